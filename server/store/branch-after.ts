import type { Transaction } from 'kysely';
import type { DB } from '../db/schema/db';
import type { BranchView } from './get-version';
import { getVersionSummary } from './get-version-summary';
import { materializeVersion } from './materialize-version';
import { editMessage } from './move-message';
import type { TagSummary } from './tag-summary';
import { undoState } from './undo-state';
import { instantOf } from './version-summary';

/**
 * [V4] The branch as one of its moves left it, and the mover's undo state then: the same at the time
 * of the move and ever after. `message` is that of the edit the move is about.
 */
export async function branchAfter(
  trx: Transaction<DB>,
  args: { projectId: string; tag: TagSummary; seq: number },
): Promise<BranchView & { message: string }> {
  const { projectId, tag, seq } = args;
  const move = await trx
    .selectFrom('tag_move as m')
    .select(['m.to_id', 'm.undo_top', 'm.redo_top', editMessage.as('message')])
    .select((eb) => instantOf(eb.ref('m.created_at')).as('at'))
    .where('m.project_id', '=', projectId)
    .where('m.tag_id', '=', tag.id)
    .where('m.seq', '=', seq)
    .executeTakeFirstOrThrow();
  const key = { projectId, versionId: move.to_id };
  const [version, undo] = await Promise.all([
    getVersionSummary(trx, key),
    undoState(trx, { projectId, tagId: tag.id, undoTop: move.undo_top, redoTop: move.redo_top }),
  ]);
  const { dag } = await materializeVersion(trx, key);
  return {
    version,
    document: dag,
    tag: { ...tag, target: move.to_id, seq, movedAt: move.at },
    undo,
    message: move.message,
  };
}
