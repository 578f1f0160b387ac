import pg from 'pg';
import { expect, test } from 'vitest';
import { migrateToLatest, migrateToNothing } from '../server/db/migrator';
import { createEmptyDatabase } from '../server/testing/database';

/** Everything a migration can make, in words that do not depend on the order of making. */
const SCHEMA = `
  select 'column ' || c.table_schema || '.' || c.table_name || '.' || c.column_name || ' ' || c.data_type || ' '
    || c.is_nullable || ' ' || coalesce(c.column_default, '') as line
  from information_schema.columns c where c.table_schema in ('public', 'auth')
  union all select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
  from pg_constraint where connamespace in ('public'::regnamespace, to_regnamespace('auth')) and conrelid <> 0
  union all select 'index ' || indexdef from pg_indexes where schemaname in ('public', 'auth')
  union all select 'trigger ' || pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
  union all select 'function ' || pg_get_functiondef(oid) || ' ' || coalesce(proacl::text, 'public')
  from pg_proc where pronamespace in ('public'::regnamespace, to_regnamespace('auth'))
  union all select 'policy ' || tablename || ' ' || policyname || ' ' || cmd || ' ' || roles::text || ' '
    || coalesce(qual, '') || ' ' || coalesce(with_check, '') from pg_policies
  union all select 'table ' || oid::regclass || ' ' || relrowsecurity || relforcerowsecurity || ' '
    || coalesce(reloptions::text, '')
  from pg_class where relnamespace in ('public'::regnamespace, to_regnamespace('auth')) and relkind in ('r', 'p', 'v', 'm', 'S')
  union all select 'grant ' || table_schema || '.' || table_name || ' ' || grantee || ' ' || privilege_type
  from information_schema.table_privileges where table_schema in ('public', 'auth')
  union all select 'column grant ' || table_name || '.' || column_name || ' ' || grantee || ' ' || privilege_type
  from information_schema.column_privileges where table_schema = 'public' and grantee like 'stemma_%'
  order by 1`;

test('migrations up, down and up again leave the same schema, and down leaves nothing', async () => {
  const database = await createEmptyDatabase();
  const owner = new pg.Client(database.ownerUrl);
  try {
    await owner.connect();
    const schema = async () =>
      (await owner.query<{ line: string }>(SCHEMA)).rows
        .map(({ line }) => line)
        .filter((line) => !line.includes('kysely_migration'));
    const empty = await schema();
    await migrateToLatest(database.ownerUrl);
    const first = await schema();
    expect(first.length).toBeGreaterThan(100);

    await migrateToNothing(database.ownerUrl);
    expect(await schema()).toEqual(empty);

    await migrateToLatest(database.ownerUrl);
    expect(await schema()).toEqual(first);
  } finally {
    await owner.end();
    await database.drop();
  }
});

test('two processes migrating at the same time both succeed', async () => {
  const database = await createEmptyDatabase();
  try {
    await Promise.all([migrateToLatest(database.ownerUrl), migrateToLatest(database.ownerUrl)]);
  } finally {
    await database.drop();
  }
});
