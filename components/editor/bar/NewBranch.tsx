'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { toast } from 'sonner';
import { useTRPC } from '@/components/trpc/context';
import { newOpId } from '@/components/trpc/op-id';
import { NameDialog } from '@/components/shell/NameDialog';
import { branchName } from './branch-name';
import { errorWords } from '../error-words';
import { editorHref, type Place } from '../place';

interface NewBranchProps {
  place: Place;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The version the branch starts from, once it is known to be saved. */
  from: () => Promise<string>;
  /** In words: “main as it is now”, “version 3f9a…”. */
  fromWords: string;
}

/** Names a branch, makes it and goes there. */
export function NewBranch({ place, open, onOpenChange, from, fromWords }: NewBranchProps) {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [problem, setProblem] = useState<string>();
  const create = useMutation(trpc.tag.create.mutationOptions());

  async function submit(typed: string): Promise<void> {
    const { projectId, workflowId } = place;
    const name = branchName(typed);
    setProblem(undefined);
    try {
      const versionId = await from();
      await create.mutateAsync({ projectId, workflowId, name, versionId, opId: newOpId() });
      await queryClient.invalidateQueries(trpc.tag.list.pathFilter());
      onOpenChange(false);
      toast.success(`Branch ${name} is yours to change.`);
      router.push(editorHref(place, name));
    } catch (error) {
      setProblem(errorWords(error));
    }
  }

  return (
    <NameDialog
      open={open}
      onOpenChange={onOpenChange}
      title="New branch"
      description={`Starts from ${fromWords}. Changes on it leave ${place.branch} as it is.`}
      action="Create branch"
      placeholder="try/another-source"
      busy={create.isPending}
      error={problem}
      onSubmit={(name) => void submit(name)}
    />
  );
}
