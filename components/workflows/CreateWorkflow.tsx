'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { NameDialog } from '@/components/shell/NameDialog';
import { useTRPC } from '@/components/trpc/context';
import { failureOf } from '@/components/trpc/failure';
import { newOpId } from '@/components/trpc/op-id';
import { Button } from '@/components/ui/Button';

/** Asks for a name and opens the new, empty workflow. */
export function CreateWorkflow({ projectId }: { projectId: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [open, setOpen] = useState(false);
  const create = useMutation(
    trpc.workflow.create.mutationOptions({
      onSuccess: async ({ workflow }) => {
        await queryClient.invalidateQueries(trpc.workflow.list.pathFilter());
        router.push(`/p/${projectId}/w/${workflow.id}`);
      },
    }),
  );

  function change(next: boolean): void {
    setOpen(next);
    if (next) create.reset();
  }

  return (
    <>
      <Button variant="primary" onClick={() => change(true)}>
        <Plus aria-hidden />
        New workflow
      </Button>
      <NameDialog
        open={open}
        onOpenChange={change}
        title="New workflow"
        description="It starts empty, with one branch named main."
        action="Create workflow"
        placeholder="Weekly lead report"
        busy={create.isPending || create.isSuccess}
        error={create.isError ? failureOf(create.error).message : undefined}
        onSubmit={(name) => create.mutate({ projectId, name, opId: newOpId() })}
      />
    </>
  );
}
