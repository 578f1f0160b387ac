import Link from 'next/link';

interface WorkflowLinkProps {
  projectId: string;
  workflow: { workflowId: string; workflowName: string };
}

export function WorkflowLink({ projectId, workflow }: WorkflowLinkProps) {
  return (
    <Link
      href={`/p/${projectId}/w/${workflow.workflowId}`}
      className="block truncate rounded-sm font-medium hover:underline"
    >
      {workflow.workflowName}
    </Link>
  );
}
