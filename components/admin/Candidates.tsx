'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useDebounced } from '@/components/shell/use-debounced';
import { useTRPC } from '@/components/trpc/context';
import { QueryFailure } from '@/components/trpc/QueryFailure';
import { Card, CardBody, CardHeader } from '@/components/ui/Card';
import { Skeleton } from '@/components/ui/Skeleton';
import { CandidateTable } from './CandidateTable';
import { parseThreshold } from './parse-threshold';
import { ThresholdInput } from './ThresholdInput';

interface CandidatesProps {
  projectId: string;
  defaultThreshold: number;
}

/** Heads worth compacting: deep ones, and those that are read slowly or often. */
export function Candidates({ projectId, defaultThreshold }: CandidatesProps) {
  const trpc = useTRPC();
  const titleId = useId();
  const [typed, setTyped] = useState(String(defaultThreshold));
  const settled = useDebounced(parseThreshold(typed) ?? defaultThreshold);
  const candidates = useQuery(
    trpc.compaction.candidates.queryOptions(
      { projectId, threshold: settled },
      { placeholderData: keepPreviousData },
    ),
  );
  return (
    <Card aria-labelledby={titleId} className="overflow-hidden">
      <CardHeader
        titleId={titleId}
        title="Compaction candidates"
        description="Compaction writes one new base equal to a head, so that later patches start short. Stemma does it by itself where it pays; here you can do it at once. Nothing is lost: history, undo and runs stay as they are."
      >
        <ThresholdInput value={typed} onChange={setTyped} />
      </CardHeader>
      {candidates.isError ? (
        <CardBody>
          <QueryFailure error={candidates.error} onRetry={() => void candidates.refetch()} />
        </CardBody>
      ) : null}
      {candidates.isPending ? (
        <CardBody>
          <Skeleton className="h-24 rounded-md" />
        </CardBody>
      ) : null}
      {candidates.data === undefined ? null : (
        <CandidateTable
          projectId={projectId}
          threshold={candidates.data.threshold}
          candidates={candidates.data.items}
        />
      )}
    </Card>
  );
}
