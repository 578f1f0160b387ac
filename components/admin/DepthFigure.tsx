'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/components/trpc/context';
import { DepthBars } from './DepthBars';
import { depthBuckets } from './depth-buckets';
import { Figure } from './Figure';

export function DepthFigure({ projectId, threshold }: { projectId: string; threshold: number }) {
  const trpc = useTRPC();
  const depth = useQuery(trpc.system.depth.queryOptions({ projectId }));
  return (
    <Figure
      title="Depth of branches"
      description="How many patches lie between a branch’s head and its base."
      query={depth}
      empty="No branch yet."
      isEmpty={(rows) => rows.length === 0}
    >
      {(rows) => <DepthBars buckets={depthBuckets(rows)} threshold={threshold} />}
    </Figure>
  );
}
