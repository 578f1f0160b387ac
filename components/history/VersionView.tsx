'use client';

import { useQuery } from '@tanstack/react-query';
import type { Dag } from '@core/dag/document';
import { ReadOnlyCanvas } from '@/components/canvas/ReadOnlyCanvas';
import { useTRPC } from '@/components/trpc/context';
import { QueryFailure } from '@/components/trpc/QueryFailure';

interface VersionViewProps {
  projectId: string;
  versionId: string;
}

/** Versions never change: once read, never read again. */
const FOR_EVER = { staleTime: Infinity } as const;

/** A version on the canvas, to look at. */
export function VersionView({ projectId, versionId }: VersionViewProps) {
  const trpc = useTRPC();
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...trpc.version.get.queryOptions({ projectId, versionId }, FOR_EVER),
    placeholderData: (previous) => previous,
  });
  if (error) {
    return (
      <div className="p-4">
        <QueryFailure error={error} onRetry={() => void refetch()} />
      </div>
    );
  }
  if (!data) return <div aria-busy className="size-full animate-shimmer bg-sunken" />;
  return (
    <div aria-busy={isPlaceholderData || undefined} className="size-full">
      <ReadOnlyCanvas document={data.document as Dag} label="This version, read only" minimap />
    </div>
  );
}
