'use client';

import { useSuspenseQuery } from '@tanstack/react-query';
import { ChevronLeft } from 'lucide-react';
import Link from 'next/link';
import type { Dag } from '@core/dag/document';
import { useTRPC } from '@/components/trpc/context';
import { Card, CardHeader } from '@/components/ui/Card';
import { PageHeader } from '@/components/ui/PageHeader';
import { TimeAgo } from '@/components/ui/TimeAgo';
import { FrozenGraph } from './FrozenGraph';
import { QueuedNote } from './QueuedNote';
import { RunBranches } from './RunBranches';
import { RunFacts } from './RunFacts';
import { RunInput } from './RunInput';
import { StatusBadge } from './StatusBadge';

interface RunViewProps {
  projectId: string;
  runId: string;
}

/** One run: what it is pinned to, and the graph as it was. */
export function RunView({ projectId, runId }: RunViewProps) {
  const trpc = useTRPC();
  const { data: run } = useSuspenseQuery(trpc.run.get.queryOptions({ projectId, runId }));
  return (
    <>
      <PageHeader
        eyebrow={
          <Link
            href={`/p/${projectId}/runs`}
            className="-ml-1 inline-flex items-center gap-0.5 rounded-sm hover:text-fg"
          >
            <ChevronLeft aria-hidden className="size-4" />
            Runs
          </Link>
        }
        title={`Run of ${run.workflowName}`}
        description={
          <>
            Submitted by {run.submittedBy.name} <TimeAgo at={run.submittedAt} />
          </>
        }
      >
        <StatusBadge status={run.status} />
      </PageHeader>
      {run.status === 'QUEUED' ? <QueuedNote className="mt-5" /> : null}
      <div className="mt-5 grid gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Card
          aria-labelledby="graph"
          className="flex flex-col overflow-hidden lg:sticky lg:top-4 lg:self-start"
        >
          <CardHeader
            titleId="graph"
            title="Frozen graph"
            description="The workflow as this run sees it, for good."
          />
          <FrozenGraph document={run.document as Dag} />
        </Card>
        <div className="flex min-w-0 flex-col gap-4">
          <RunFacts run={run} />
          <RunBranches branches={run.branches} submittedFrom={run.tagName} />
          <RunInput input={run.input} />
        </div>
      </div>
    </>
  );
}
