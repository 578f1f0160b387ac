import type { Transaction } from 'kysely';
import { digestDag } from '@core/dag/digest';
import { CorruptionError } from '@core/errors';
import type { DB } from '../../db/schema/db';
import { replayVersion } from '../materialize-version';
import type { Checked } from './checked';

/** A megabyte takes a good part of a second to replay and hash, and others wait for this process. */
const MOST = 2;

/** [V7] Whether the next heads of branches, replayed from stored bytes, give their recorded hashes. */
export async function checkHeads(
  trx: Transaction<DB>,
  { projectId, after }: { projectId: string; after: string },
): Promise<Checked> {
  const heads = await trx
    .selectFrom('tag as t')
    .innerJoin('artifact as h', (join) =>
      join.onRef('h.project_id', '=', 't.project_id').onRef('h.id', '=', 't.target_id'),
    )
    .select(['h.id', 'h.version_hash'])
    .distinct()
    .where('t.project_id', '=', projectId)
    .$if(after !== '', (later) => later.where('t.target_id', '>', after))
    .orderBy('h.id')
    .limit(MOST)
    .execute();
  const damaged: string[] = [];
  for (const { id, version_hash } of heads) {
    const hash = await hashOf(trx, { projectId, versionId: id });
    if (hash !== version_hash) damaged.push(id);
  }
  return { subjects: heads.map(({ id }) => id), damaged };
}

/** The hash of what is stored; undefined when it does not replay. */
async function hashOf(
  trx: Transaction<DB>,
  key: { projectId: string; versionId: string },
): Promise<string | undefined> {
  try {
    return digestDag((await replayVersion(trx, key)).dag).versionHash;
  } catch (error) {
    if (error instanceof CorruptionError) return undefined;
    throw error;
  }
}
