import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from 'sonner';
import { errorWords } from '@/components/editor/error-words';
import { useTRPC } from '@/components/trpc/context';
import { newOpId } from '@/components/trpc/op-id';
import type { TagSummary } from '@/server/api/shared/schemas';
import type { Dag } from '@core/dag/document';
import { type Obstacle, obstaclesOf } from './blocked';
import type { Subject } from './subject';
import type { Moved } from './use-moved';

export interface Blocked {
  readonly title: string;
  readonly branch: string;
  readonly obstacles: readonly Obstacle[];
}

/** [T4] Taking one edit back, and making it again elsewhere; what is in the way is kept to be shown. */
export function useApplyElsewhere(
  projectId: string,
  onDone: (words: string, moved: Moved) => void,
) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [blocked, setBlocked] = useState<Blocked>();
  const revertEdit = useMutation(trpc.patch.revert.mutationOptions());
  const pickEdit = useMutation(trpc.patch.cherryPick.mutationOptions());

  const read = (versionId: string) =>
    queryClient.fetchQuery(trpc.version.get.queryOptions({ projectId, versionId }));

  /** The documents that the conflicts speak of: the edit’s two ends, and the branch’s. */
  async function sidesOf(versionId: string, head: string, isRevert: boolean) {
    const [edit, end] = await Promise.all([read(versionId), read(head)]);
    const parent = edit.version.parentId === null ? edit : await read(edit.version.parentId);
    const [base, incoming] = isRevert ? [edit, parent] : [parent, edit];
    return {
      base: base.document as Dag,
      incoming: incoming.document as Dag,
      head: end.document as Dag,
    };
  }

  async function apply(way: Way, { versionId, message }: Subject, { id, name }: TagSummary) {
    const isRevert = way === REVERT;
    const act = isRevert ? revertEdit : pickEdit;
    try {
      const answer = await act.mutateAsync({ projectId, tagId: id, versionId, opId: newOpId() });
      if (answer.status === 'committed') onDone(way.done(message, name), answer);
      else if (answer.status === 'unchanged') toast.info(way.nothing(message, name));
      else {
        const sides = await sidesOf(versionId, answer.head, isRevert);
        const obstacles = obstaclesOf(answer.conflicts, sides);
        setBlocked({ title: way.blocked(message), branch: name, obstacles });
      }
    } catch (error) {
      toast.error(way.failed(message), { description: errorWords(error) });
    }
  }

  return {
    blocked,
    close: () => setBlocked(undefined),
    revert: (subject: Subject, tag: TagSummary) => apply(REVERT, subject, tag),
    cherryPick: (subject: Subject, onto: TagSummary) => apply(CHERRY_PICK, subject, onto),
  };
}

interface Way {
  readonly done: (message: string, branch: string) => string;
  readonly nothing: (message: string, branch: string) => string;
  readonly blocked: (message: string) => string;
  readonly failed: (message: string) => string;
}

const REVERT: Way = {
  done: (message) => `Reverted “${message}”`,
  nothing: (message, branch) => `Nothing of “${message}” is left on ${branch}: nothing to revert.`,
  blocked: (message) => `“${message}” cannot be reverted alone`,
  failed: (message) => `“${message}” was not reverted`,
};

const CHERRY_PICK: Way = {
  done: (message, branch) => `“${message}” is on ${branch} now`,
  nothing: (message, branch) => `${branch} has “${message}” already.`,
  blocked: (message) => `“${message}” does not fit there`,
  failed: (message) => `“${message}” was not cherry-picked`,
};
