import { sql, type Transaction } from 'kysely';
import type { DB } from '../db/schema/db';
import type { Replays } from './replay-log';

/**
 * [C2] Adds what versions cost to read to the figures of this hour. Full documents are left out, for
 * no compaction makes them cheaper, and so are versions that are gone.
 */
export async function recordReplays(
  trx: Transaction<DB>,
  args: { projectId: string; replays: readonly Replays[] },
): Promise<void> {
  const rows = args.replays.map(({ versionId, replays, totalMs, lastMs, lastAt }) => ({
    version_id: versionId,
    replays,
    total_ms: totalMs,
    last_ms: lastMs,
    last_at: lastAt.toISOString(),
  }));
  // In the order of ids, so that two processes never wait for each other.
  await sql`
    insert into replay_stat (project_id, version_id, hour, replays, total_ms, last_ms, last_at)
    select a.project_id, a.id, date_trunc('hour', now(), 'UTC'), r.replays, r.total_ms, r.last_ms, r.last_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(
      version_id uuid, replays int, total_ms float8, last_ms float8, last_at timestamptz)
    join artifact a on a.project_id = ${args.projectId} and a.id = r.version_id
    where a.chain_id is not null
    order by a.id
    on conflict (project_id, version_id, hour) do update set
      replays = replay_stat.replays + excluded.replays,
      total_ms = replay_stat.total_ms + excluded.total_ms,
      last_ms = excluded.last_ms,
      last_at = excluded.last_at
  `.execute(trx);
}
