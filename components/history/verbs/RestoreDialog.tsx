'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import { errorWords } from '@/components/editor/error-words';
import { useTRPC } from '@/components/trpc/context';
import { newOpId } from '@/components/trpc/op-id';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { Skeleton } from '@/components/ui/Skeleton';
import type { TagSummary } from '@/server/api/shared/schemas';
import { changeWords } from './change-words';
import type { Subject } from './subject';
import type { Moved } from './use-moved';
import { useRefresh } from './use-refresh';

interface RestoreDialogProps {
  projectId: string;
  tag: TagSummary;
  subject: Subject;
  onDone: (words: string, moved: Moved) => void;
  onClose: () => void;
}

/** [T5] Asks before a branch is made what it was, and says how much that changes. */
export function RestoreDialog({ projectId, tag, subject, onDone, onClose }: RestoreDialogProps) {
  const trpc = useTRPC();
  const refresh = useRefresh();
  const { versionId, message } = subject;
  const compared = useQuery(
    trpc.version.compare.queryOptions({
      projectId,
      before: { versionId: tag.target },
      after: { versionId },
    }),
  );
  const restore = useMutation(trpc.tag.restore.mutationOptions());
  const changes = compared.data && changeWords(compared.data.comparison);
  const problem = restore.error ?? compared.error;

  async function run(): Promise<void> {
    const request = { projectId, tagId: tag.id, versionId, head: tag.target, opId: newOpId() };
    try {
      const moved = await restore.mutateAsync(request);
      onClose();
      onDone(`Restored “${message}”`, moved);
    } catch {
      await refresh();
    }
  }

  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title="Restore this version?"
      description={`${tag.name} becomes as it was with “${message}”, by a new edit on top. What came after stays in the history.`}
      action="Restore"
      busy={restore.isPending || changes === undefined}
      error={problem ? errorWords(problem) : undefined}
      onConfirm={() => void run()}
    >
      {changes === undefined ? <Skeleton className="h-9" /> : <Changes changes={changes} />}
    </ConfirmDialog>
  );
}

function Changes({ changes }: { changes: readonly string[] }) {
  return (
    <ul className="mt-1 list-disc rounded-md bg-sunken py-2 pr-3 pl-7 text-sm">
      {changes.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}
