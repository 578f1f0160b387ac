'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/components/trpc/context';
import { count } from '@/components/shell/count';
import { Hash } from '@/components/ui/Hash';
import { Person } from '@/components/ui/Person';
import { TimeAgo } from '@/components/ui/TimeAgo';

interface VersionFactsProps {
  projectId: string;
  versionId: string;
}

/** Message, author, time, size and hash of a version, in one line. */
export function VersionFacts({ projectId, versionId }: VersionFactsProps) {
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.version.get.queryOptions({ projectId, versionId }, { staleTime: Infinity }),
  );
  if (!data) return <div className="h-10 min-w-0 flex-1" />;
  const { version } = data;
  return (
    <div className="min-w-0 flex-1">
      <p className="truncate text-sm font-medium">{version.message}</p>
      <p className="flex min-w-0 flex-wrap items-center gap-x-2 text-xs text-fg-muted">
        <Person person={version.createdBy} />
        <TimeAgo at={version.createdAt} />
        <span className="max-sm:hidden">
          {count(version.nodesCount, 'node')}, {count(version.edgesCount, 'connection')}
        </span>
        <Hash value={version.versionHash} what="version hash" />
      </p>
    </div>
  );
}
