'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { NameDialog } from '@/components/shell/NameDialog';
import { useTRPC } from '@/components/trpc/context';
import { failureOf } from '@/components/trpc/failure';
import { newOpId } from '@/components/trpc/op-id';

interface RenameWorkflowProps {
  projectId: string;
  workflow: { id: string; name: string };
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function RenameWorkflow({ projectId, workflow, open, onOpenChange }: RenameWorkflowProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const rename = useMutation(
    trpc.workflow.rename.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.workflow.pathFilter());
        onOpenChange(false);
      },
    }),
  );

  function change(next: boolean): void {
    if (!next) rename.reset();
    onOpenChange(next);
  }

  return (
    <NameDialog
      open={open}
      onOpenChange={change}
      title="Rename workflow"
      description="Its address, versions and runs stay as they are."
      action="Rename"
      initial={workflow.name}
      busy={rename.isPending}
      error={rename.isError ? failureOf(rename.error).message : undefined}
      onSubmit={(name) =>
        rename.mutate({ projectId, workflowId: workflow.id, name, opId: newOpId() })
      }
    />
  );
}
