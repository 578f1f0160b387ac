import { sql } from 'kysely';
import type { Database } from '../db/database';
import { inSystem } from '../db/transaction';

/** [A2] Ids of all projects: all that the worker knows of them before it enters one. */
export async function projectIds(db: Database): Promise<string[]> {
  const { rows } = await inSystem(db, (trx) =>
    sql<{ id: string }>`select worker_project_ids() as id`.execute(trx),
  );
  return rows.map(({ id }) => id);
}
