import type { Transaction } from 'kysely';
import { expect } from 'vitest';
import type { DB } from '../../db/schema/db';
import { digestDag } from '@core/dag/digest';
import { getVersion } from '../../store/get-version';
import { listTags } from '../../store/list-tags';
import { currentStack } from '../../store/undo-stack';
import { undoState } from '../../store/undo-state';
import { toDag } from './content';
import type { Real } from './real';
import { type Branch, headOf, type Model, PEOPLE, type Version } from './state';

/** Every branch is what the model says: head, content, seq, and for each person undo and redo in words. */
export async function agree(model: Model, real: Real): Promise<void> {
  const fresh = real.notLookedAt(model.branches.map(headOf));
  const { projectId, workflowId } = real;
  const [tags, words, contents] = await real.look((trx) =>
    Promise.all([
      listTags(trx, { projectId, workflowId }),
      Promise.all(model.branches.map((branch) => wordsOn(trx, real, branch))),
      Promise.all(fresh.map((version) => contentOf(trx, real, version))),
    ]),
  );
  expect({
    branches: tags.map(({ name, target, seq }) => ({ name, head: target, seq })),
    words,
    contents,
  }).toEqual({
    branches: model.branches.map((branch) => ({
      name: branch.name,
      head: headOf(branch).id,
      seq: branch.moves.length,
    })),
    words: model.branches.map((branch) => PEOPLE.map((_, by) => wordsFor(branch, by))),
    contents: fresh.map(describe),
  });
}

function wordsOn(trx: Transaction<DB>, real: Real, { id: tagId }: Branch) {
  return Promise.all(
    PEOPLE.map(async (_, by) => {
      const at = { ...real.scope(by), tagId };
      return undoState(trx, { ...at, ...(await currentStack(trx, at)) });
    }),
  );
}

/** What the next undo and the next redo would be about. */
export function wordsFor(branch: Branch, by: number) {
  const { undo, redo } = branch.stacks[by]!;
  const words = (entry: { message: string } | undefined) =>
    entry === undefined ? null : { message: entry.message };
  return { undo: words(undo.at(-1)), redo: words(redo.at(-1)?.entry) };
}

/** A version as the store has it, in the same words as `describe` says it. */
export async function contentOf(trx: Transaction<DB>, real: Real, { id: versionId }: Version) {
  const { version, document } = await getVersion(trx, { ...real.scope(0), versionId });
  const { id, message, parentId, mergeParentId, compactedFromId, versionHash } = version;
  return { id, message, parentId, mergeParentId, compactedFromId, document, versionHash };
}

export function describe({ id, message, parent, mergeParent, equals, content }: Version) {
  const document = toDag(content);
  return {
    id,
    message,
    parentId: parent?.id ?? null,
    mergeParentId: mergeParent?.id ?? null,
    compactedFromId: equals?.id ?? null,
    document,
    versionHash: digestDag(document).versionHash,
  };
}
