'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleCheck, GitBranch } from 'lucide-react';
import { useTRPC } from '@/components/trpc/context';
import { failureOf } from '@/components/trpc/failure';
import { newOpId } from '@/components/trpc/op-id';
import { Button } from '@/components/ui/Button';

export interface MoveBranchProps {
  projectId: string;
  /** The head that was compacted. */
  headId: string;
  branch: { id: string; name: string };
}

/** [C1] The explicit extra: points one branch from the head at the base that equals it. */
export function MoveBranch({ projectId, headId, branch }: MoveBranchProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const move = useMutation(
    trpc.compaction.compact.mutationOptions({ onSuccess: () => queryClient.invalidateQueries() }),
  );
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <span className="flex min-w-0 flex-1 items-center gap-1.5">
        <GitBranch aria-hidden className="size-3.5 shrink-0 text-fg-subtle" />
        <span className="truncate">{branch.name}</span>
      </span>
      {move.isSuccess ? (
        <span role="status" className="flex items-center gap-1.5 text-ok-fg">
          <CircleCheck aria-hidden className="size-4" />
          Points at the base
        </span>
      ) : (
        <Button
          size="sm"
          busy={move.isPending}
          aria-label={`Point ${branch.name} at the base`}
          onClick={() => move.mutate({ projectId, headId, moveTagId: branch.id, opId: newOpId() })}
        >
          Point at the base
        </Button>
      )}
      {move.isError ? (
        <p role="alert" className="basis-full text-danger-fg">
          {failureOf(move.error).message}
        </p>
      ) : null}
    </li>
  );
}
