'use client';

import { useMutation } from '@tanstack/react-query';
import { errorWords } from '@/components/editor/error-words';
import { count } from '@/components/shell/count';
import { useTRPC } from '@/components/trpc/context';
import { newOpId } from '@/components/trpc/op-id';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import type { TagSummary } from '@/server/api/shared/schemas';
import type { Subject } from './subject';
import type { Moved } from './use-moved';
import { useRefresh } from './use-refresh';

interface ResetDialogProps {
  projectId: string;
  tag: TagSummary;
  subject: Subject;
  onDone: (words: string, moved: Moved) => void;
  onClose: () => void;
}

/** [T5] Asks before a branch goes back and leaves behind what came after, everybody's. */
export function ResetDialog({ projectId, tag, subject, onDone, onClose }: ResetDialogProps) {
  const trpc = useTRPC();
  const refresh = useRefresh();
  const reset = useMutation(trpc.tag.reset.mutationOptions());
  const { versionId, message } = subject;

  async function run(): Promise<void> {
    const request = { projectId, tagId: tag.id, versionId, head: tag.target, opId: newOpId() };
    try {
      const moved = await reset.mutateAsync(request);
      onClose();
      onDone(`Reset ${tag.name} to “${message}”`, moved);
    } catch {
      await refresh();
    }
  }

  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`Reset ${tag.name} to here?`}
      description={`${leaving(tag, subject)} Nobody can undo past a reset.`}
      action={`Reset ${tag.name}`}
      danger
      busy={reset.isPending}
      error={reset.error ? errorWords(reset.error) : undefined}
      onConfirm={() => void run()}
    >
      <p className="text-sm text-fg-muted">
        You can take it back by undo, as long as nobody has gone on from here. To keep what came
        after, restore this version instead.
      </p>
    </ConfirmDialog>
  );
}

function leaving({ seq: last }: TagSummary, { message, seq }: Subject): string {
  const moves = seq === undefined ? undefined : last - seq;
  if (moves === undefined)
    return `Everything after “${message}” leaves the branch, whoever made it.`;
  if (moves === 1) return `The move after “${message}” leaves the branch.`;
  return `The ${count(moves, 'move')} after “${message}” leave the branch, whoever made them.`;
}
