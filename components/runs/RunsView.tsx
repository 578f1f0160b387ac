'use client';

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTRPC } from '@/components/trpc/context';
import { nextPage } from '@/components/trpc/next-page';
import { QueryFailure } from '@/components/trpc/QueryFailure';
import { PageHeader } from '@/components/ui/PageHeader';
import { runListInput } from './list-input';
import { NoRuns } from './NoRuns';
import { RunList } from './RunList';
import { RunsSkeleton } from './RunsSkeleton';
import { WorkflowFilter } from './WorkflowFilter';

interface RunsViewProps {
  projectId: string;
  /** Only the runs of this workflow. */
  workflowId: string | undefined;
}

export function RunsView({ projectId, workflowId }: RunsViewProps) {
  const trpc = useTRPC();
  const list = useInfiniteQuery(
    trpc.run.list.infiniteQueryOptions(runListInput(projectId, workflowId), {
      getNextPageParam: nextPage,
      placeholderData: keepPreviousData,
    }),
  );
  const runs = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHeader
        title="Runs"
        description="A run is pinned to exact content. Whatever is edited later, it can be looked at as it was."
      >
        <WorkflowFilter projectId={projectId} workflowId={workflowId} />
      </PageHeader>
      <div className="mt-6">
        {list.isPending ? <RunsSkeleton /> : null}
        {list.isError ? (
          <QueryFailure error={list.error} onRetry={() => void list.refetch()} />
        ) : null}
        {list.isSuccess && runs.length === 0 ? (
          <NoRuns projectId={projectId} filtered={workflowId !== undefined} />
        ) : null}
        {runs.length > 0 ? (
          <RunList
            projectId={projectId}
            runs={runs}
            stale={list.isPlaceholderData}
            more={
              list.hasNextPage
                ? { busy: list.isFetchingNextPage, load: () => void list.fetchNextPage() }
                : undefined
            }
          />
        ) : null}
      </div>
    </>
  );
}
