'use client';

import { useQuery } from '@tanstack/react-query';
import { bytes } from '@/components/shell/bytes';
import { count } from '@/components/shell/count';
import { useTRPC } from '@/components/trpc/context';
import type { Outputs } from '@/components/trpc/outputs';
import { Figure } from './Figure';

type Storage = Outputs['system']['storage'];

const KINDS: Readonly<Record<Storage[number]['kind'], string>> = {
  dag_version: 'Documents',
  patch_set: 'Patches',
  run_manifest: 'Run manifests',
  run_snapshot: 'Run snapshots',
};

export function StorageFigure({ projectId }: { projectId: string }) {
  const trpc = useTRPC();
  const storage = useQuery(trpc.system.storage.queryOptions({ projectId }));
  return (
    <Figure
      title="Storage by kind"
      description="Bytes really stored; equal content is stored once."
      query={storage}
      empty="Nothing is stored yet."
      isEmpty={(rows) => rows.every(({ artifacts }) => artifacts === 0)}
    >
      {(rows) => <StorageRows rows={rows} />}
    </Figure>
  );
}

function StorageRows({ rows }: { rows: Storage }) {
  const most = Math.max(1, ...rows.map(({ storedBytes }) => storedBytes));
  return (
    <ul className="flex flex-1 flex-col justify-between gap-3 text-sm">
      {rows.map(({ kind, artifacts, logicalBytes, storedBytes }) => (
        <li key={kind}>
          <div className="flex items-baseline justify-between gap-3">
            <span>
              {KINDS[kind]}{' '}
              <span className="text-xs text-fg-muted">{count(artifacts, 'item')}</span>
            </span>
            <span className="text-right whitespace-nowrap tabular-nums">
              <span className="font-medium">{bytes(storedBytes)}</span>
              {logicalBytes > storedBytes ? (
                <span className="text-xs text-fg-muted"> of {bytes(logicalBytes)}</span>
              ) : null}
            </span>
          </div>
          <div aria-hidden className="mt-1 h-1.5 rounded-full bg-pressed">
            <div
              className="h-full rounded-full bg-accent"
              style={{ width: `${String((storedBytes / most) * 100)}%` }}
            />
          </div>
        </li>
      ))}
    </ul>
  );
}
