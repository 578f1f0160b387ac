'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { CreateByName } from '@/components/shell/CreateByName';
import { useTRPC } from '@/components/trpc/context';
import { newOpId } from '@/components/trpc/op-id';

export function CreateProject() {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const create = useMutation(
    trpc.project.create.mutationOptions({
      onSuccess: async (project) => {
        await queryClient.invalidateQueries(trpc.project.list.pathFilter());
        router.push(`/p/${project.id}`);
      },
    }),
  );

  return (
    <CreateByName
      title="New project"
      description="You will be its admin."
      action="Create project"
      placeholder="Marketing automation"
      create={create}
      onSubmit={(name) => create.mutate({ name, opId: newOpId() })}
    />
  );
}
