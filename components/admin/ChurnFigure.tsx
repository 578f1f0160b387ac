'use client';

import { useQuery } from '@tanstack/react-query';
import { GitBranch } from 'lucide-react';
import { count } from '@/components/shell/count';
import { useTRPC } from '@/components/trpc/context';
import { Figure } from './Figure';
import { CHURN_DAYS } from './inputs';
import { WorkflowLink } from './WorkflowLink';

const SHOWN = 5;

export function ChurnFigure({ projectId }: { projectId: string }) {
  const trpc = useTRPC();
  const churn = useQuery(trpc.system.churn.queryOptions({ projectId, days: CHURN_DAYS }));
  return (
    <Figure
      title="Busiest branches"
      description={`Moves within the last ${String(CHURN_DAYS)} days, undo and redo included.`}
      query={churn}
      empty="No branch has moved this week."
      isEmpty={(rows) => rows.length === 0}
    >
      {(rows) => (
        <ol className="-my-2 flex flex-col divide-y divide-line">
          {rows.slice(0, SHOWN).map((row) => (
            <li key={row.tagId} className="flex items-center gap-3 py-2 text-sm">
              <div className="min-w-0 flex-1">
                <WorkflowLink projectId={projectId} workflow={row} />
                <p className="flex items-center gap-1 text-xs text-fg-muted">
                  <GitBranch aria-hidden className="size-3 shrink-0" />
                  <span className="truncate">{row.tagName}</span>
                </p>
              </div>
              <div className="shrink-0 text-right">
                <p className="font-medium tabular-nums">{count(row.moves, 'move')}</p>
                <p className="text-xs text-fg-muted tabular-nums">
                  {count(row.undos, 'undo', 'undos')} · {count(row.people, 'person', 'people')}
                </p>
              </div>
            </li>
          ))}
        </ol>
      )}
    </Figure>
  );
}
