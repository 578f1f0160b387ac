import { SYSTEM_ACTOR } from '@core/system-actor';
import type { Database } from '../db/database';
import { inProject } from '../db/transaction';
import { recordReplays } from './record-replays';
import { takeReplays } from './replay-log';

/**
 * [C2] Stores what this process's readings have cost since the last call. When it fails, in a database
 * that is read-only or away, what was not stored is forgotten: nobody reads worse for it.
 */
export async function flushReplays(db: Database): Promise<void> {
  for (const [projectId, replays] of takeReplays()) {
    await inProject(db, { projectId, userId: SYSTEM_ACTOR.id }, (trx) =>
      recordReplays(trx, { projectId, replays }),
    );
  }
}
