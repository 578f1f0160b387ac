import { GitBranch } from 'lucide-react';
import Link from 'next/link';
import { count } from '@/components/shell/count';
import { Person } from '@/components/ui/Person';
import { TimeAgo } from '@/components/ui/TimeAgo';
import type { WorkflowSummary } from '@/server/api/workflow/schemas';
import { WorkflowMenu } from './WorkflowMenu';

interface WorkflowRowProps {
  projectId: string;
  workflow: WorkflowSummary;
  canEdit: boolean;
}

export function WorkflowRow({ projectId, workflow, canEdit }: WorkflowRowProps) {
  return (
    <li className="relative flex items-center gap-3 py-2.5 pr-2 pl-4 transition-colors first:rounded-t-lg last:rounded-b-lg hover:bg-hover/60">
      <div className="grid min-w-0 flex-1 items-center gap-x-6 gap-y-1 sm:grid-cols-[minmax(0,1fr)_7rem_14rem]">
        <div className="min-w-0">
          <Link
            href={`/p/${projectId}/w/${workflow.id}`}
            className="block truncate font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:rounded-lg focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-ring"
          >
            {workflow.name}
          </Link>
          <p className="truncate text-xs text-fg-muted">
            {count(workflow.nodesCount, 'node')} · {count(workflow.edgesCount, 'connection')}
          </p>
        </div>
        <p className="hidden items-center gap-1.5 text-sm text-fg-muted sm:flex">
          <GitBranch aria-hidden className="size-3.5 shrink-0 text-fg-subtle" />
          {count(workflow.branches, 'branch', 'branches')}
        </p>
        <p className="flex min-w-0 items-center gap-1.5 text-xs text-fg-muted sm:text-sm">
          <Person person={workflow.updatedBy} />
          <span aria-hidden>·</span>
          <span className="relative">
            <TimeAgo at={workflow.updatedAt} />
          </span>
        </p>
      </div>
      {canEdit ? <WorkflowMenu projectId={projectId} workflow={workflow} /> : null}
    </li>
  );
}
