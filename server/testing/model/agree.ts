import { expect } from 'vitest';
import { getBranch } from '../../store/get-version';
import { toDag } from './content';
import type { Real } from './real';
import { type Branch, headOf, type Model, PEOPLE } from './state';

/** Every branch is what the model says, for each person: head, content, seq, undo and redo in words. */
export async function agree(model: Model, real: Real): Promise<void> {
  const seen = await real.look((trx) =>
    Promise.all(
      model.branches.flatMap((branch) =>
        PEOPLE.map((_, by) => getBranch(trx, { ...real.scope(by), tagId: branch.id })),
      ),
    ),
  );
  const views = seen.map(({ tag, version, document, undo }) => ({
    branch: tag.name,
    head: tag.target,
    seq: tag.seq,
    version: [version.id, version.parentId, version.mergeParentId, version.message],
    document,
    undo,
  }));
  expect(views).toEqual(
    model.branches.flatMap((branch) => PEOPLE.map((_, by) => viewOf(branch, by))),
  );
}

function viewOf(branch: Branch, by: number) {
  const head = headOf(branch);
  const { id, parent, mergeParent, message } = head;
  return {
    branch: branch.name,
    head: id,
    seq: branch.moves.length,
    version: [id, parent?.id ?? null, mergeParent?.id ?? null, message],
    document: toDag(head.content),
    undo: wordsFor(branch, by),
  };
}

/** What the next undo and the next redo would be about. */
export function wordsFor(branch: Branch, by: number) {
  const { undo, redo } = branch.stacks[by]!;
  const words = (entry: { message: string } | undefined) =>
    entry === undefined ? null : { message: entry.message };
  return { undo: words(undo.at(-1)), redo: words(redo.at(-1)?.entry) };
}
