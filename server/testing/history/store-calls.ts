import { digestDag } from '@core/dag/digest';
import { DomainError } from '@core/errors';
import type { Transaction } from 'kysely';
import type { Database } from '../../db/database';
import type { DB } from '../../db/schema/db';
import { inProject, type ProjectScope } from '../../db/transaction';
import { appendPatch } from '../../store/append-patch';
import { compact } from '../../store/compact';
import { getBranch } from '../../store/get-version';
import { listMoves } from '../../store/list-moves';
import { commitMerge } from '../../store/merge/commit-merge';
import type { MovedBranch } from '../../store/open-branch';
import { reset } from '../../store/reset';
import { restore } from '../../store/restore';
import { redo, undo } from '../../store/undo';
import type { Calls } from './calls';
import type { Answer } from './operation';

/** The store's own verbs, called as the API calls them. */
export function storeCalls(db: Database, scope: ProjectScope): Calls {
  const run = <T>(work: (trx: Transaction<DB>) => Promise<T>) => inProject(db, scope, work);
  const move = (work: (trx: Transaction<DB>) => Promise<MovedBranch>) =>
    answered(async () => {
      const { tag, version } = await run(work);
      return { status: 'stored', seq: tag.seq, version: version.id, rebased: false };
    });
  return {
    append: ({ branch, ...edit }) =>
      answered(async () => {
        const result = await run((trx) =>
          appendPatch(trx, { ...scope, ref: { tagId: branch }, ...edit }),
        );
        if (!('tag' in result)) return { status: 'refused', reason: result.status };
        const { seq, target } = result.tag;
        const rebased = result.status === 'rebased';
        return { status: 'stored', seq, version: target, rebased };
      }),
    undo: ({ branch, opId }) =>
      move((trx) => undo(trx, { ...scope, ref: { tagId: branch }, opId })),
    redo: ({ branch, opId }) =>
      move((trx) => redo(trx, { ...scope, ref: { tagId: branch }, opId })),
    merge: ({ branch, ...step }) => {
      const args = { ...scope, ref: { tagId: branch }, resolutions: [], ...step };
      return move((trx) => commitMerge(trx, args));
    },
    restore: ({ branch, ...step }) =>
      move((trx) => restore(trx, { ...scope, ref: { tagId: branch }, ...step })),
    reset: ({ branch, ...step }) =>
      move((trx) => reset(trx, { ...scope, ref: { tagId: branch }, ...step })),
    compact: ({ branch, head, opId }) =>
      answered(async () => {
        const args = { ...scope, headId: head, moveTagId: branch, opId };
        const { versionId, tagMoved } = await run((trx) => compact(trx, args));
        if (!tagMoved) return { status: 'refused', reason: 'unmoved' };
        return { status: 'stored', version: versionId, rebased: false };
      }),
    head: async (branch) => {
      const { tag, document } = await run((trx) => getBranch(trx, { ...scope, tagId: branch }));
      const { versionHash } = digestDag(document);
      return [{ seq: tag.seq, version: tag.target, documentHash: versionHash }];
    },
    moves: async (branch) => {
      const args = { projectId: scope.projectId, ref: { tagId: branch }, limit: 100 };
      const { items } = await run((trx) => listMoves(trx, args));
      return items.map(({ seq, to }) => ({ seq, version: to })).reverse();
    },
  };
}

/** What the product says in words is an answer; anything else leaves open what happened. */
async function answered(call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof DomainError) return { status: 'refused', reason: error.code };
    return { status: 'lost', reason: error instanceof Error ? error.message : String(error) };
  }
}
