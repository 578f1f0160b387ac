'use client';

import dynamic from 'next/dynamic';
import type { Dag } from '@core/dag/document';
import { Skeleton } from '@/components/ui/Skeleton';

/** Drawn in the browser only: the canvas measures its nodes before it lays their edges. */
const ReadOnlyCanvas = dynamic(
  () => import('@/components/canvas/ReadOnlyCanvas').then((module) => module.ReadOnlyCanvas),
  { ssr: false, loading: () => <Skeleton className="size-full rounded-none" /> },
);

export function FrozenGraph({ document }: { document: Dag }) {
  return (
    <div className="relative min-h-104 flex-1 border-t border-line bg-bg sm:min-h-144">
      <div className="absolute inset-0">
        <ReadOnlyCanvas document={document} />
      </div>
    </div>
  );
}
