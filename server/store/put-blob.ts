import { sql, type Transaction } from 'kysely';
import type { DB } from '../db/schema/db';
import type { Blob } from './blob';

/**
 * [V6] Stores bytes under their address, or touches the row that holds them already, so that a
 * concurrent collection cannot take it away before this transaction ends.
 */
export async function putBlob(
  trx: Transaction<DB>,
  args: { projectId: string; blob: Blob },
): Promise<void> {
  const { projectId, blob } = args;
  await trx
    .insertInto('cas_blob')
    .values({
      project_id: projectId,
      cas_id: blob.casId,
      bytes: blob.bytes,
      media_type: blob.mediaType,
      size_bytes: blob.bytes.length,
    })
    .onConflict((conflict) =>
      conflict.columns(['project_id', 'cas_id']).doUpdateSet({ last_seen: sql<Date>`now()` }),
    )
    .execute();
}
