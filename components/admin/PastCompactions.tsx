'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTRPC } from '@/components/trpc/context';
import { nextPage } from '@/components/trpc/next-page';
import { QueryFailure } from '@/components/trpc/QueryFailure';
import { Button } from '@/components/ui/Button';
import { Card, CardBody, CardHeader } from '@/components/ui/Card';
import { Skeleton } from '@/components/ui/Skeleton';
import { CompactionTable } from './CompactionTable';
import { compactionListInput } from './inputs';

export function PastCompactions({ projectId }: { projectId: string }) {
  const trpc = useTRPC();
  const titleId = useId();
  const list = useInfiniteQuery(
    trpc.compaction.list.infiniteQueryOptions(compactionListInput(projectId), {
      getNextPageParam: nextPage,
    }),
  );
  const compactions = list.data?.pages.flatMap((page) => page.items);
  return (
    <Card aria-labelledby={titleId} className="overflow-hidden">
      <CardHeader
        titleId={titleId}
        title="Past compactions"
        description="Each with the hash of the head and of the base made from it."
      />
      {list.isError ? (
        <CardBody>
          <QueryFailure error={list.error} onRetry={() => void list.refetch()} />
        </CardBody>
      ) : null}
      {list.isPending ? (
        <CardBody>
          <Skeleton className="h-16 rounded-md" />
        </CardBody>
      ) : null}
      {compactions?.length === 0 ? (
        <p className="border-t border-line px-4 py-8 text-center text-sm text-fg-muted">
          Nothing was compacted yet.
        </p>
      ) : null}
      {compactions !== undefined && compactions.length > 0 ? (
        <CompactionTable projectId={projectId} compactions={compactions} />
      ) : null}
      {list.hasNextPage ? (
        <div className="border-t border-line p-3 text-center">
          <Button
            size="sm"
            busy={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            Show more
          </Button>
        </div>
      ) : null}
    </Card>
  );
}
