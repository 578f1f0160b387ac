'use client';

import { useQuery } from '@tanstack/react-query';
import { count } from '@/components/shell/count';
import { useTRPC } from '@/components/trpc/context';
import { Figure } from './Figure';

const PARTS = [
  { key: 'reused', label: 'Reused', color: 'bg-ok', means: 'same plan as before' },
  { key: 'linked', label: 'Linked', color: 'bg-accent', means: 'same logic as before' },
  { key: 'built', label: 'Built', color: 'bg-line-strong', means: 'new logic' },
] as const;

export function CacheFigure({ projectId }: { projectId: string }) {
  const trpc = useTRPC();
  const cache = useQuery(trpc.system.cache.queryOptions({ projectId }));
  return (
    <Figure
      title="Snapshot cache"
      description="How many runs found their snapshot made already."
      query={cache}
      empty="No run yet. The second run of the same plan will be the first hit."
      isEmpty={({ runs }) => runs === 0}
    >
      {(data) => (
        <>
          <p className="flex items-baseline gap-2">
            <span className="text-2xl font-semibold tracking-tight tabular-nums">
              {data.hitRate === null ? '–' : `${String(Math.round(data.hitRate * 100))} %`}
            </span>
            <span className="text-sm text-fg-muted">of {count(data.runs, 'run')}</span>
          </p>
          <div aria-hidden className="mt-3 flex h-2 gap-0.5 overflow-hidden rounded-full">
            {PARTS.filter(({ key }) => data[key] > 0).map(({ key, color }) => (
              <span key={key} className={color} style={{ flexGrow: data[key] }} />
            ))}
          </div>
          <dl className="mt-auto flex flex-col gap-1.5 pt-4 text-sm">
            {PARTS.map(({ key, label, color, means }) => (
              <div key={key} className="flex items-center gap-2">
                <span aria-hidden className={`size-2 shrink-0 rounded-xs ${color}`} />
                <dt className="min-w-0 flex-1 truncate">
                  {label} <span className="text-fg-muted">· {means}</span>
                </dt>
                <dd className="font-medium tabular-nums">{data[key]}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </Figure>
  );
}
