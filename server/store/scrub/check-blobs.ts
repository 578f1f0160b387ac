import type { Transaction } from 'kysely';
import type { DB } from '../../db/schema/db';
import { isSound } from '../blob';
import type { Checked } from './checked';

const MOST = 50;
const MOST_BYTES = 8 * 1_024 * 1_024;

/** [V7] Whether the next blobs are what their addresses say: some of them, and not too many bytes. */
export async function checkBlobs(
  trx: Transaction<DB>,
  { projectId, after }: { projectId: string; after: string },
): Promise<Checked> {
  const sizes = await trx
    .selectFrom('cas_blob')
    .select(['cas_id', 'size_bytes'])
    .where('project_id', '=', projectId)
    .where('cas_id', '>', after)
    .orderBy('cas_id')
    .limit(MOST)
    .execute();
  const subjects = withinBytes(sizes);
  if (subjects.length === 0) return { subjects, damaged: [] };
  const blobs = await trx
    .selectFrom('cas_blob')
    .select(['cas_id', 'bytes'])
    .where('project_id', '=', projectId)
    .where('cas_id', 'in', subjects)
    .execute();
  const damaged = blobs.filter((blob) => !isSound(blob)).map(({ cas_id }) => cas_id);
  return { subjects, damaged };
}

/** At least one, however large. */
function withinBytes(sizes: readonly { cas_id: string; size_bytes: number }[]): string[] {
  let bytes = 0;
  const fitting = sizes.filter(({ size_bytes }, index) => {
    bytes += size_bytes;
    return index === 0 || bytes <= MOST_BYTES;
  });
  return fitting.map(({ cas_id }) => cas_id);
}
