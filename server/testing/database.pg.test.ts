import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from './database';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const rights = `select current_user as name, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb
  from pg_roles where rolname = current_user`;
const powerless = {
  rolsuper: false,
  rolbypassrls: false,
  rolcreaterole: false,
  rolcreatedb: false,
};

test('[A1] owner and app log in without special rights', async () => {
  expect(await ask(database.ownerUrl, rights)).toEqual([{ name: 'stemma_owner', ...powerless }]);
  expect(await ask(database.appUrl, rights)).toEqual([{ name: 'stemma_app', ...powerless }]);
});

test('[A1] the app owns nothing and cannot create', async () => {
  const owned = await ask(
    database.superUrl,
    `select relname from pg_class where relowner = 'stemma_app'::regrole`,
  );
  expect(owned).toEqual([]);
  await expect(ask(database.appUrl, 'create table public.mine (id int)')).rejects.toThrow(
    /permission denied/,
  );
});

test('a clone is migrated and independent of its siblings', async () => {
  const sibling = await createTestDatabase();
  try {
    const tables = `select count(*)::int as n from pg_tables where schemaname = 'public'`;
    const [before] = await ask(sibling.superUrl, tables);
    expect(before?.n).toBeGreaterThan(0);
    await ask(database.ownerUrl, 'create table only_here (id int)');
    expect(await ask(sibling.superUrl, tables)).toEqual([before]);
  } finally {
    await sibling.drop();
  }
});
