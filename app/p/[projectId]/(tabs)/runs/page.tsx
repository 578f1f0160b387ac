import type { Metadata } from 'next';
import { nextPage } from '@/components/trpc/next-page';
import { runListInput } from '@/components/runs/list-input';
import { RunsView } from '@/components/runs/RunsView';
import { api, getQueryClient, Hydrate, viewerAt } from '@/server/api/rsc';

interface RunsPageProps {
  params: Promise<{ projectId: string }>;
  searchParams: Promise<{ workflow?: string | string[] }>;
}

export const metadata: Metadata = { title: 'Runs' };

export default async function RunsPage({ params, searchParams }: RunsPageProps) {
  const { projectId } = await params;
  const { workflow } = await searchParams;
  const workflowId = typeof workflow === 'string' ? workflow : undefined;
  await viewerAt(
    `/p/${projectId}/runs${workflowId === undefined ? '' : `?workflow=${workflowId}`}`,
  );
  await getQueryClient().prefetchInfiniteQuery(
    api.run.list.infiniteQueryOptions(runListInput(projectId, workflowId), {
      getNextPageParam: nextPage,
    }),
  );
  return (
    <Hydrate>
      <RunsView projectId={projectId} workflowId={workflowId} />
    </Hydrate>
  );
}
