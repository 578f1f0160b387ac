'use client';

import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTRPC } from '@/components/trpc/context';
import { QueryFailure } from '@/components/trpc/QueryFailure';
import { Card, CardBody, CardHeader } from '@/components/ui/Card';
import { Skeleton } from '@/components/ui/Skeleton';
import { DamageTable } from './DamageTable';
import { ScrubState } from './ScrubState';

/** [V7] Whether everything that is stored is still what it was. */
export function IntegrityCard({ projectId }: { projectId: string }) {
  const trpc = useTRPC();
  const titleId = useId();
  const integrity = useQuery(trpc.system.integrity.queryOptions({ projectId }));
  return (
    <Card aria-labelledby={titleId} className="overflow-hidden">
      <CardHeader
        titleId={titleId}
        title="Integrity"
        description="Everything stored is read again in the background, once a day, and compared with its hash."
      />
      <CardBody>
        {integrity.isError ? (
          <QueryFailure error={integrity.error} onRetry={() => void integrity.refetch()} />
        ) : null}
        {integrity.isPending ? <Skeleton className="h-5 max-w-96 rounded-md" /> : null}
        {integrity.data === undefined ? null : <ScrubState {...integrity.data} />}
      </CardBody>
      {integrity.data === undefined || integrity.data.damaged.length === 0 ? null : (
        <DamageTable damaged={integrity.data.damaged} />
      )}
    </Card>
  );
}
