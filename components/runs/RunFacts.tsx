import type { ReactNode } from 'react';
import { Card, CardBody, CardHeader } from '@/components/ui/Card';
import { Hash } from '@/components/ui/Hash';
import type { RunSummary } from '@/server/api/run/schemas';
import { BranchName } from './BranchName';
import { SNAPSHOT_WORDS, SnapshotBadge } from './SnapshotBadge';

/** What the run is pinned to; every hash is of content, never of a row. */
export function RunFacts({ run }: { run: RunSummary }) {
  return (
    <Card aria-labelledby="facts">
      <CardHeader titleId="facts" title="Pinned to" />
      <CardBody>
        <dl className="flex flex-col gap-3 text-sm">
          <Fact name="Branch">
            <BranchName name={run.tagName} />
          </Fact>
          <Fact name="Version hash" means="The whole document">
            <Hash value={run.versionHash} what="version hash" full className="-mx-1" />
          </Fact>
          <Fact name="Logic hash" means="What affects execution: no names, no layout">
            <Hash value={run.logicHash} what="logic hash" full className="-mx-1" />
          </Fact>
          <Fact name="Plan hash" means="Base, patches, run patch and options">
            <Hash value={run.planHash} what="plan hash" full className="-mx-1" />
          </Fact>
          <Fact
            name="Snapshot hash"
            means={SNAPSHOT_WORDS[run.snapshot].means}
            aside={<SnapshotBadge origin={run.snapshot} />}
          >
            <Hash value={run.snapshotHash} what="snapshot hash" full className="-mx-1" />
          </Fact>
        </dl>
      </CardBody>
    </Card>
  );
}

interface FactProps {
  name: string;
  means?: string;
  aside?: ReactNode;
  children: ReactNode;
}

function Fact({ name, means, aside, children }: FactProps) {
  return (
    <div>
      <dt className="flex items-center justify-between gap-2 text-xs font-medium text-fg-muted">
        {name}
        {aside}
      </dt>
      <dd className="mt-0.5">
        {children}
        {means === undefined ? null : <p className="text-xs text-fg-subtle">{means}</p>}
      </dd>
    </div>
  );
}
