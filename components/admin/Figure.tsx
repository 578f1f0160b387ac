'use client';

import { useId, type ReactNode } from 'react';
import { QueryFailure } from '@/components/trpc/QueryFailure';
import { Card, CardBody, CardHeader } from '@/components/ui/Card';
import { Skeleton } from '@/components/ui/Skeleton';

interface FigureProps<Data> {
  title: string;
  description: string;
  query: { data: Data | undefined; error: unknown; isError: boolean; refetch: () => unknown };
  /** In place of the figure, when there is nothing to show yet. */
  empty: string;
  isEmpty: (data: Data) => boolean;
  children: (data: Data) => ReactNode;
}

/** A card around one figure that keeps its place while loading, when empty and when failing. */
export function Figure<Data>({
  title,
  description,
  query,
  empty,
  isEmpty,
  children,
}: FigureProps<Data>) {
  const titleId = useId();
  return (
    <Card aria-labelledby={titleId} className="flex flex-col">
      <CardHeader titleId={titleId} title={title} description={description} />
      <CardBody className="flex min-h-44 flex-1 flex-col">
        {query.isError ? (
          <QueryFailure error={query.error} onRetry={() => void query.refetch()} />
        ) : null}
        {query.data === undefined && !query.isError ? (
          <Skeleton className="h-auto flex-1 rounded-md" />
        ) : null}
        {query.data === undefined ? null : isEmpty(query.data) ? (
          <p className="m-auto max-w-64 py-6 text-center text-sm text-pretty text-fg-muted">
            {empty}
          </p>
        ) : (
          children(query.data)
        )}
      </CardBody>
    </Card>
  );
}
