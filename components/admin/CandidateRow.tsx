'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { GitBranch } from 'lucide-react';
import { toast } from 'sonner';
import { useTRPC } from '@/components/trpc/context';
import { failureOf } from '@/components/trpc/failure';
import { newOpId } from '@/components/trpc/op-id';
import type { Outputs } from '@/components/trpc/outputs';
import { Button } from '@/components/ui/Button';
import { Hash } from '@/components/ui/Hash';
import { TableCell, TableRow } from '@/components/ui/Table';
import { ReadingCells } from './ReadingCells';
import { ReasonBadges } from './ReasonBadges';
import { WorkflowLink } from './WorkflowLink';

interface CandidateRowProps {
  projectId: string;
  candidate: Outputs['compaction']['candidates']['items'][number];
  onCompacted: (compaction: Outputs['compaction']['compact']) => void;
}

export function CandidateRow({ projectId, candidate, onCompacted }: CandidateRowProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const compact = useMutation(
    trpc.compaction.compact.mutationOptions({
      onSuccess: async (compaction) => {
        onCompacted(compaction);
        await Promise.all([
          queryClient.invalidateQueries(trpc.compaction.pathFilter()),
          queryClient.invalidateQueries(trpc.system.pathFilter()),
        ]);
      },
      onError: (error) => toast.error(failureOf(error).message),
    }),
  );
  return (
    <TableRow>
      <TableCell className="max-w-56">
        <WorkflowLink projectId={projectId} workflow={candidate} />
        <p className="flex items-center gap-1 text-xs text-fg-muted">
          <GitBranch aria-hidden className="size-3 shrink-0" />
          <span className="truncate">{candidate.tags.map(({ name }) => name).join(', ')}</span>
        </p>
      </TableCell>
      <TableCell>
        <ReasonBadges reasons={candidate.reasons} />
      </TableCell>
      <TableCell className="text-right font-medium tabular-nums">{candidate.depth}</TableCell>
      <ReadingCells candidate={candidate} />
      <TableCell>
        <Hash value={candidate.versionHash} what="version hash" className="-mx-1" />
      </TableCell>
      <TableCell className="text-right">
        <Button
          size="sm"
          busy={compact.isPending}
          aria-label={`Compact ${candidate.workflowName}`}
          onClick={() => compact.mutate({ projectId, headId: candidate.headId, opId: newOpId() })}
        >
          Compact
        </Button>
      </TableCell>
    </TableRow>
  );
}
