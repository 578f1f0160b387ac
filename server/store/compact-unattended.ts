import type { Transaction } from 'kysely';
import { SYSTEM_ACTOR } from '@core/system-actor';
import type { DB } from '../db/schema/db';
import { newId } from '../db/uuid';
import { compact } from './compact';
import { tryLockHead } from './head-lock';

/** `busy`: another process is compacting the head. `done`: one has done so before. */
export type UnattendedOutcome = 'compacted' | 'busy' | 'done';

/**
 * [C3][A5] Compacts a head that nobody asked for, with its audit row, as Stemma. Skips rather than
 * waits, and leaves nothing when there is nothing to do. Throws as `compact` does.
 */
export async function compactUnattended(
  trx: Transaction<DB>,
  { projectId, headId }: { projectId: string; headId: string },
): Promise<UnattendedOutcome> {
  if (!(await tryLockHead(trx, headId))) return 'busy';
  if (await isCompacted(trx, { projectId, headId })) return 'done';
  await compact(trx, { projectId, userId: SYSTEM_ACTOR.id, headId, opId: newId() });
  return 'compacted';
}

async function isCompacted(
  trx: Transaction<DB>,
  key: { projectId: string; headId: string },
): Promise<boolean> {
  const found = await trx
    .selectFrom('artifact')
    .select('id')
    .where('project_id', '=', key.projectId)
    .where('compacted_from_id', '=', key.headId)
    .executeTakeFirst();
  return found !== undefined;
}
