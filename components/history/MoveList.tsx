'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTRPC } from '@/components/trpc/context';
import { nextPage } from '@/components/trpc/next-page';
import { QueryFailure } from '@/components/trpc/QueryFailure';
import { Button } from '@/components/ui/Button';
import { Skeleton } from '@/components/ui/Skeleton';
import type { TagMove } from '@/server/api/tag/schemas';
import { dayWords, groupByDay } from './group-by-day';
import { MoveRow } from './MoveRow';
import { movesInput } from './moves-input';

interface MoveListProps {
  projectId: string;
  tagId: string;
  /** The version that is open beside the list, and the move it was opened by. */
  shown: string;
  seq: number | undefined;
  onSelect: (move: TagMove) => void;
  /** What can be done with a move. */
  menu: (move: TagMove) => ReactNode;
}

/** Every move of the branch, newest first, page by page. */
export function MoveList({ projectId, tagId, shown, seq, onSelect, menu }: MoveListProps) {
  const trpc = useTRPC();
  const options = trpc.tag.moves.infiniteQueryOptions(movesInput({ projectId, tagId }), {
    getNextPageParam: nextPage,
    staleTime: 0,
  });
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(options);
  if (error) return <QueryFailure error={error} onRetry={() => void refetch()} className="m-4" />;
  if (!data) return <MoveListSkeleton />;
  const moves = data.pages.flatMap((page) => page.items);
  const newest = moves[0]?.seq;
  const selected = seq ?? moves.find((move) => move.to === shown)?.seq;
  return (
    <>
      {groupByDay(moves).map((day) => (
        <section key={day.start}>
          <h3
            suppressHydrationWarning
            className="sticky top-0 z-10 border-b border-line bg-surface px-4 py-1.5 text-xs font-medium text-fg-muted"
          >
            {dayWords(day.start, new Date())}
          </h3>
          <ul className="py-1">
            {day.moves.map((move) => (
              <MoveRow
                key={move.seq}
                move={move}
                head={move.seq === newest}
                selected={move.seq === selected}
                onSelect={() => onSelect(move)}
                menu={menu(move)}
              />
            ))}
          </ul>
        </section>
      ))}
      {hasNextPage ? (
        <div className="p-3">
          <Button
            size="sm"
            className="w-full"
            busy={isFetchingNextPage}
            onClick={() => void fetchNextPage()}
          >
            Load more
          </Button>
        </div>
      ) : null}
    </>
  );
}

export function MoveListSkeleton() {
  return (
    <div aria-busy className="flex flex-col gap-4 p-4">
      {Array.from({ length: 8 }, (_, index) => (
        <div key={index} className="flex gap-2.5">
          <Skeleton className="size-6 rounded-full" />
          <div className="flex flex-1 flex-col gap-1.5">
            <Skeleton className="w-3/4" />
            <Skeleton className="h-3 w-1/2" />
          </div>
        </div>
      ))}
    </div>
  );
}
