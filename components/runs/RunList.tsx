import { Button } from '@/components/ui/Button';
import { cn } from '@/components/ui/cn';
import type { RunSummary } from '@/server/api/run/schemas';
import { QueuedNote } from './QueuedNote';
import { RunRow } from './RunRow';

interface RunListProps {
  projectId: string;
  runs: readonly RunSummary[];
  /** Shown while another list is on its way. */
  stale: boolean;
  more: { busy: boolean; load: () => void } | undefined;
}

export function RunList({ projectId, runs, stale, more }: RunListProps) {
  return (
    <div className={cn('transition-opacity', stale && 'opacity-60')}>
      {runs.some((run) => run.status === 'QUEUED') ? <QueuedNote className="mb-4" /> : null}
      <ul
        aria-label="Runs"
        className="divide-y divide-line rounded-lg border border-line bg-surface shadow-card"
      >
        {runs.map((run) => (
          <RunRow key={run.id} projectId={projectId} run={run} />
        ))}
      </ul>
      {more === undefined ? null : (
        <div className="mt-4 text-center">
          <Button busy={more.busy} onClick={more.load}>
            Show more
          </Button>
        </div>
      )}
    </div>
  );
}
