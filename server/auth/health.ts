import type { Database } from '../db/database';

export interface Health {
  ok: boolean;
  database: boolean;
  /** True while nobody can sign in with a password. */
  setup: boolean;
}

/** Whether the app can do its work; never throws. */
export async function health(db: Database): Promise<Health> {
  try {
    return { ok: true, database: true, setup: await setupOpen(db) };
  } catch {
    return { ok: false, database: false, setup: false };
  }
}

/** Setup is open while nobody has a password: the demo's people and the command line's have none. */
export async function setupOpen(db: Database): Promise<boolean> {
  const { rows } = await db.pool.query<{ open: boolean }>({
    name: 'setup-open',
    text: 'select not exists (select from auth.account where password is not null) as open',
  });
  return rows[0]?.open ?? false;
}
