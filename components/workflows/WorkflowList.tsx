'use client';

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTRPC } from '@/components/trpc/context';
import { nextPage } from '@/components/trpc/next-page';
import { QueryFailure } from '@/components/trpc/QueryFailure';
import { Button } from '@/components/ui/Button';
import { cn } from '@/components/ui/cn';
import { workflowListInput } from './list-input';
import { NoWorkflows } from './NoWorkflows';
import { WorkflowRow } from './WorkflowRow';
import { WorkflowsSkeleton } from './WorkflowsSkeleton';

interface WorkflowListProps {
  projectId: string;
  canEdit: boolean;
  search: string;
  archived: boolean;
  onClearSearch: () => void;
}

export function WorkflowList({
  projectId,
  canEdit,
  search,
  archived,
  onClearSearch,
}: WorkflowListProps) {
  const trpc = useTRPC();
  const list = useInfiniteQuery(
    trpc.workflow.list.infiniteQueryOptions(workflowListInput({ projectId, search, archived }), {
      getNextPageParam: nextPage,
      placeholderData: keepPreviousData,
    }),
  );
  if (list.isPending) return <WorkflowsSkeleton className="mt-4" />;
  if (list.isError) {
    return <QueryFailure className="mt-4" error={list.error} onRetry={() => void list.refetch()} />;
  }
  const workflows = list.data.pages.flatMap((page) => page.items);
  if (workflows.length === 0) {
    return (
      <NoWorkflows
        projectId={projectId}
        canEdit={canEdit}
        search={search}
        archived={archived}
        onClearSearch={onClearSearch}
      />
    );
  }
  return (
    <div className={cn('mt-4 transition-opacity', list.isPlaceholderData && 'opacity-60')}>
      <ul
        aria-label="Workflows"
        className="divide-y divide-line rounded-lg border border-line bg-surface shadow-card"
      >
        {workflows.map((workflow) => (
          <WorkflowRow
            key={workflow.id}
            projectId={projectId}
            workflow={workflow}
            canEdit={canEdit}
          />
        ))}
      </ul>
      {list.hasNextPage ? (
        <div className="mt-4 text-center">
          <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            Show more
          </Button>
        </div>
      ) : null}
    </div>
  );
}
