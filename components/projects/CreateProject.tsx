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

export function CreateProject() {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [open, setOpen] = useState(false);
  const create = useMutation(
    trpc.project.create.mutationOptions({
      onSuccess: async (project) => {
        await queryClient.invalidateQueries(trpc.project.list.pathFilter());
        router.push(`/p/${project.id}`);
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
        New project
      </Button>
      <NameDialog
        open={open}
        onOpenChange={change}
        title="New project"
        description="You will be its admin."
        action="Create project"
        placeholder="Marketing automation"
        busy={create.isPending || create.isSuccess}
        error={create.isError ? failureOf(create.error).message : undefined}
        onSubmit={(name) => create.mutate({ name, opId: newOpId() })}
      />
    </>
  );
}
