import type { Metadata } from 'next';
import { nextPage } from '@/components/trpc/next-page';
import { workflowListInput } from '@/components/workflows/list-input';
import { WorkflowsView } from '@/components/workflows/WorkflowsView';
import { api, getQueryClient, Hydrate, projectAt, viewerAt } from '@/server/api/rsc';

interface WorkflowsPageProps {
  params: Promise<{ projectId: string }>;
}

export const metadata: Metadata = { title: 'Workflows' };

export default async function WorkflowsPage({ params }: WorkflowsPageProps) {
  const { projectId } = await params;
  await viewerAt(`/p/${projectId}`);
  const project = await projectAt(projectId);
  await getQueryClient().prefetchInfiniteQuery(
    api.workflow.list.infiniteQueryOptions(
      workflowListInput({ projectId, search: '', archived: false }),
      { getNextPageParam: nextPage },
    ),
  );
  return (
    <Hydrate>
      <WorkflowsView projectId={projectId} role={project.role} />
    </Hydrate>
  );
}
