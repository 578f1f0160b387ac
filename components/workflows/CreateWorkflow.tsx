'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { CreateByName } from '@/components/shell/CreateByName';
import { useTRPC } from '@/components/trpc/context';
import { newOpId } from '@/components/trpc/op-id';

/** Asks for a name and opens the new, empty workflow. */
export function CreateWorkflow({ projectId }: { projectId: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const create = useMutation(
    trpc.workflow.create.mutationOptions({
      onSuccess: async ({ workflow }) => {
        await queryClient.invalidateQueries(trpc.workflow.list.pathFilter());
        router.push(`/p/${projectId}/w/${workflow.id}`);
      },
    }),
  );

  return (
    <CreateByName
      title="New workflow"
      description="It starts empty, with one branch named main."
      action="Create workflow"
      placeholder="Weekly lead report"
      create={create}
      onSubmit={(name) => create.mutate({ projectId, name, opId: newOpId() })}
    />
  );
}
