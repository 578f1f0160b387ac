import pg from 'pg';
import { closeDatabase, type Database, openDatabase } from '../db/database';
import { createTestDatabase, type TestDatabase } from './database';
import { addProject, type TestProject } from './project';

/** A database of its own with one project in it, for tests of the store below the API. */
export interface StoreWorld {
  readonly database: TestDatabase;
  readonly db: Database;
  readonly project: TestProject;
  readonly addProject: (name: string) => Promise<TestProject>;
  /** Asks as superuser, who sees every row: for arranging and checking only. */
  readonly sql: <T = Record<string, unknown>>(text: string, values?: unknown[]) => Promise<T[]>;
  /** Rows in every table that the application writes. */
  readonly counts: () => Promise<Record<string, number>>;
  readonly close: () => Promise<void>;
}

export async function createStoreWorld(): Promise<StoreWorld> {
  const database = await createTestDatabase();
  const db = openDatabase({ url: database.appUrl, max: 8 });
  const superuser = new pg.Client(database.superUrl);
  await superuser.connect();
  const sql = async <T>(text: string, values: unknown[] = []) =>
    (await superuser.query(text, values)).rows as T[];
  return {
    database,
    db,
    project: await addProject(db, 'Ours'),
    addProject: (name) => addProject(db, name),
    sql,
    counts: () => countRows(sql),
    close: async () => {
      await superuser.end();
      await closeDatabase(db);
      await database.drop();
    },
  };
}

async function countRows(sql: StoreWorld['sql']): Promise<Record<string, number>> {
  const tables = await sql<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'kysely%'
     order by 1`,
  );
  const parts = tables.map(
    ({ name }) => `select '${name}' as name, count(*)::int as n from ${name}`,
  );
  const rows = await sql<{ name: string; n: number }>(parts.join(' union all '));
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
}

/** What was added between two counts; tables that did not change are left out. */
export function added(
  before: Record<string, number>,
  after: Record<string, number>,
): Record<string, number> {
  const names = Object.keys(after).filter((name) => after[name] !== before[name]);
  return Object.fromEntries(names.map((name) => [name, after[name]! - (before[name] ?? 0)]));
}
