import Link from 'next/link';
import { Hash } from '@/components/ui/Hash';
import { Person } from '@/components/ui/Person';
import { TimeAgo } from '@/components/ui/TimeAgo';
import type { RunSummary } from '@/server/api/run/schemas';
import { BranchName } from './BranchName';
import { SnapshotBadge } from './SnapshotBadge';
import { StatusBadge } from './StatusBadge';

export function RunRow({ projectId, run }: { projectId: string; run: RunSummary }) {
  return (
    <li className="relative grid items-center gap-x-6 gap-y-2 px-4 py-3 transition-colors first:rounded-t-lg last:rounded-b-lg hover:bg-hover/60 lg:grid-cols-[6.5rem_minmax(0,1fr)_11rem_9.5rem_11rem]">
      <div className="order-1 max-lg:flex max-lg:items-center max-lg:justify-between">
        <StatusBadge status={run.status} />
        <span className="relative text-xs text-fg-muted lg:hidden">
          <TimeAgo at={run.submittedAt} />
        </span>
      </div>
      <div className="order-2 flex min-w-0 flex-col items-start gap-0.5">
        <Link
          href={`/p/${projectId}/runs/${run.id}`}
          className="block max-w-full truncate font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:rounded-lg focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-ring"
        >
          {run.workflowName}
        </Link>
        <BranchName name={run.tagName} />
      </div>
      <dl className="order-3 grid grid-cols-[4rem_minmax(0,1fr)] items-center text-xs text-fg-muted">
        <dt>Version</dt>
        <dd>
          <Hash value={run.versionHash} what="version hash" className="relative" />
        </dd>
        <dt>Plan</dt>
        <dd>
          <Hash value={run.planHash} what="plan hash" className="relative" />
        </dd>
      </dl>
      <div className="order-4">
        <SnapshotBadge origin={run.snapshot} named />
      </div>
      <div className="order-5 flex min-w-0 flex-col gap-0.5 max-lg:hidden">
        <Person person={run.submittedBy} className="text-sm" />
        <span className="relative self-start pl-6.5 text-xs text-fg-muted">
          <TimeAgo at={run.submittedAt} />
        </span>
      </div>
    </li>
  );
}
