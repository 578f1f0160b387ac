'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { useTRPC } from '@/components/trpc/context';
import { failureOf } from '@/components/trpc/failure';
import { newOpId } from '@/components/trpc/op-id';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';

interface ArchiveWorkflowProps {
  projectId: string;
  workflow: { id: string; name: string; archived: boolean };
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Archives a workflow, or brings an archived one back. */
export function ArchiveWorkflow({ projectId, workflow, open, onOpenChange }: ArchiveWorkflowProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const archive = useMutation(
    trpc.workflow.archive.mutationOptions({
      onSuccess: async (changed) => {
        await queryClient.invalidateQueries(trpc.workflow.pathFilter());
        toast.success(
          changed.archived ? `“${changed.name}” is archived.` : `“${changed.name}” is back.`,
        );
        onOpenChange(false);
      },
    }),
  );
  const words = workflow.archived
    ? {
        title: 'Bring it back?',
        action: 'Bring back',
        then: 'It is listed among the active workflows again.',
      }
    : {
        title: 'Archive this workflow?',
        action: 'Archive',
        then: 'It leaves the list. Every version and run is kept, and it can be brought back at any time.',
      };
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(next) => {
        if (!next) archive.reset();
        onOpenChange(next);
      }}
      title={words.title}
      description={
        <>
          <span className="font-medium break-words text-fg">{workflow.name}</span>. {words.then}
        </>
      }
      action={words.action}
      busy={archive.isPending}
      error={archive.isError ? failureOf(archive.error).message : undefined}
      onConfirm={() =>
        archive.mutate({
          projectId,
          workflowId: workflow.id,
          archived: !workflow.archived,
          opId: newOpId(),
        })
      }
    />
  );
}
