'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { useTRPC } from '@/components/trpc/context';
import { failureOf } from '@/components/trpc/failure';
import { newOpId } from '@/components/trpc/op-id';
import type { Outputs } from '@/components/trpc/outputs';
import { Badge } from '@/components/ui/Badge';
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
      </TableCell>
      <TableCell>
        <span className="flex flex-wrap gap-1">
          {candidate.tags.map((tag) => (
            <Badge key={tag.id} tone="outline">
              {tag.name}
            </Badge>
          ))}
        </span>
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
