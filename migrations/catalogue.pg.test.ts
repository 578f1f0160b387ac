import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createStoreWorld, type StoreWorld } from '../server/testing/store-world';

let world: StoreWorld;
beforeAll(async () => {
  world = await createStoreWorld();
});
afterAll(() => world.close());

const TABLES = `select c.oid, c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
  and c.relname not like 'kysely%' order by 2`;

describe('row level security', () => {
  test('[A1] is enabled and forced on every table but those of people and of the migrator', async () => {
    const tables = await world.sql<{ name: string; enabled: boolean; forced: boolean }>(TABLES);
    expect(tables.length).toBeGreaterThanOrEqual(12);
    expect(tables.filter(({ enabled, forced }) => !enabled || !forced)).toEqual([]);
    const others = await world.sql(
      `select nspname from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')`,
    );
    expect(others).toEqual([{ nspname: 'auth' }]);
  });

  test('[A1] every policy of the application checks what is written, against the project alone', async () => {
    const policies = await world.sql<Record<string, string | null>>(
      `select tablename, policyname, cmd, qual, with_check from pg_policies
       where 'stemma_app' = any(roles) and schemaname = 'public' order by 1, 2`,
    );
    const tables = await world.sql<{ name: string }>(TABLES);
    const project = (name: string) =>
      `(${name === 'project' ? 'id' : 'project_id'} = (NULLIF(current_setting('app.project_id'::text, true), ''::text))::uuid)`;
    const writing = policies.filter(({ cmd }) => cmd !== 'SELECT');
    expect(writing.map(({ tablename }) => tablename)).toEqual(tables.map(({ name }) => name));
    for (const { tablename, qual, with_check } of writing) {
      expect({ tablename, qual, with_check }).toEqual({
        tablename,
        qual: project(tablename!),
        with_check: project(tablename!),
      });
    }
    expect(
      policies.filter(({ cmd }) => cmd === 'SELECT').map(({ tablename }) => tablename),
      'a person sees their own memberships and projects',
    ).toEqual(['membership', 'project']);
  });

  test('[A1] keys and references of tenant tables carry the project', async () => {
    const keys = await world.sql(
      `select conrelid::regclass::text as table, conname from pg_constraint k
       where contype in ('p', 'u', 'f') and connamespace = 'public'::regnamespace
         and conrelid::regclass::text not in ('project', 'kysely_migration', 'kysely_migration_lock')
         and not exists (select from pg_attribute a where a.attrelid = k.conrelid
                         and a.attnum = any(k.conkey) and a.attname = 'project_id')`,
    );
    // A token names its project, so its hash is looked up before any project is known.
    expect(keys).toEqual([{ table: 'api_token', conname: 'api_token_token_hash_key' }]);
  });
});

describe('rights', () => {
  test('[A1] the application owns nothing and has exactly these rights', async () => {
    const owned = await world.sql(
      `select relname from pg_class where relowner = 'stemma_app'::regrole
       union all select proname from pg_proc where proowner = 'stemma_app'::regrole`,
    );
    expect(owned).toEqual([]);
    const grants = await world.sql<{ table: string; rights: string }>(
      `select table_name as table, string_agg(privilege_type, ' ' order by privilege_type) as rights
       from information_schema.table_privileges
       where grantee = 'stemma_app' and table_schema = 'public' group by 1 order by 1`,
    );
    expect(Object.fromEntries(grants.map(({ table, rights }) => [table, rights]))).toEqual({
      api_token: 'INSERT SELECT',
      artifact: 'INSERT SELECT',
      audit: 'INSERT SELECT',
      cas_blob: 'INSERT SELECT',
      damage: 'DELETE INSERT SELECT',
      membership: 'DELETE INSERT SELECT',
      patch_chain_member: 'INSERT SELECT',
      project: 'INSERT SELECT',
      replay_stat: 'DELETE INSERT SELECT',
      run: 'INSERT SELECT',
      run_snapshot_index: 'INSERT SELECT',
      scrub: 'INSERT SELECT',
      tag: 'DELETE INSERT SELECT',
      tag_move: 'INSERT SELECT',
      workflow: 'INSERT SELECT',
    });
    const columns = await world.sql<{ table: string; columns: string }>(
      `select table_name as table, string_agg(column_name, ' ' order by column_name) as columns
       from information_schema.column_privileges
       where grantee = 'stemma_app' and table_schema = 'public' and privilege_type = 'UPDATE'
       group by 1 order by 1`,
    );
    expect(Object.fromEntries(columns.map((row) => [row.table, row.columns]))).toEqual({
      api_token: 'last_used_at revoked_at',
      artifact: 'last_seen',
      cas_blob: 'last_seen',
      damage: 'seen_at',
      membership: 'role',
      project: 'compaction_threshold name',
      replay_stat: 'last_at last_ms replays total_ms',
      run: 'status',
      scrub: 'checked finished_at phase position started_at',
      tag: 'moved_at moved_by name protected seq target_id',
      workflow: 'archived_at name',
    });
  });

  test('[A1] the reader only reads, and neither tokens nor people', async () => {
    const grants = await world.sql<{ table: string; right: string }>(
      `select table_schema || '.' || table_name as table, privilege_type as right
       from information_schema.table_privileges where grantee = 'stemma_reader'`,
    );
    expect(grants.filter(({ right }) => right !== 'SELECT')).toEqual([]);
    expect(grants.filter(({ table }) => /^auth|api_token/.test(table))).toEqual([]);
  });

  test('[S2] functions of the owner fix their search path, and nobody else may call any function', async () => {
    const functions = await world.sql<{
      name: string;
      definer: boolean;
      config: string[] | null;
      open: boolean;
    }>(
      `select proname as name, prosecdef as definer, proconfig as config,
              has_function_privilege('public', oid, 'execute') as open
       from pg_proc p where pronamespace = 'public'::regnamespace
         and not exists (select from pg_depend where objid = p.oid and deptype = 'e') order by 1`,
    );
    expect(functions.filter(({ open }) => open)).toEqual([]);
    const definers = functions.filter(({ definer }) => definer);
    expect(definers.map(({ name }) => name)).toEqual(['api_token_lookup', 'worker_project_ids']);
    for (const { config } of definers) expect(config).toEqual(['search_path=pg_catalog, pg_temp']);
  });

  test('[S2] there are no views, and nobody may create anything', async () => {
    expect(
      await world.sql(
        `select relname from pg_class c where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace
           and not exists (select from pg_depend where objid = c.oid and deptype = 'e')`,
      ),
    ).toEqual([]);
    const [rights] = await world.sql(
      `select has_schema_privilege('stemma_app', 'public', 'create') as app,
              has_schema_privilege('stemma_app', 'auth', 'create') as auth,
              has_database_privilege('stemma_app', current_database(), 'create') as database`,
    );
    expect(rights).toEqual({ app: false, auth: false, database: false });
  });
});

describe('immutable rows', () => {
  const immutable = ['artifact', 'audit', 'cas_blob', 'patch_chain_member', 'tag_move'];

  test.each(immutable)(
    '[V1] no column of %s is ever updated, not even by a superuser',
    async (table) => {
      const { tagId, versionId } = await world.project.workflow();
      await world.project.commit({ tagId, parent: versionId });
      const columns = await world.sql<{ name: string }>(
        `select column_name as name from information_schema.columns
       where table_schema = 'public' and table_name = $1 and column_name <> 'last_seen'`,
        [table],
      );
      expect(columns.length).toBeGreaterThan(3);
      for (const { name } of columns) {
        await expect(
          world.sql(`update ${table} set ${name} = ${name}`),
          `${table}.${name}`,
        ).rejects.toMatchObject({ code: '42501', message: `${table} rows are immutable` });
      }
    },
  );

  test('[V6] last_seen of artifacts and blobs may be updated', async () => {
    await world.sql('update artifact set last_seen = now()');
    await world.sql('update cas_blob set last_seen = now()');
  });
});

describe('the types of the schema', () => {
  test('server/db/schema lists exactly the migrated columns, nullable where they are', async () => {
    const columns = await world.sql<{ table: string; column: string; nullable: boolean }>(
      `select relname as table, attname as column, not attnotnull as nullable
       from pg_attribute join pg_class c on c.oid = attrelid
       where attnum > 0 and not attisdropped and relkind = 'r' and relname not like 'kysely%'
         and (relnamespace = 'public'::regnamespace or c.oid = 'auth.user'::regclass) order by 1, attnum`,
    );
    const migrated: Record<string, Record<string, boolean>> = {};
    for (const { table, column, nullable } of columns) (migrated[table] ??= {})[column] = nullable;
    const declared = declaredTables();
    expect(Object.keys(declared).sort()).toEqual(Object.keys(migrated));
    for (const [table, fields] of Object.entries(declared)) {
      // JSON is `unknown` when read: null is one of its values.
      const known = Object.entries(fields).map(([name, nullable]) => [
        name,
        nullable ?? migrated[table]?.[name],
      ]);
      expect(Object.fromEntries(known), table).toEqual(migrated[table]);
    }
  });
});

/** Column names of each table type, and whether its selected type has `null`; undefined for `unknown`. */
function declaredTables(): Record<string, Record<string, boolean | undefined>> {
  const folder = new URL('../server/db/schema/', import.meta.url);
  const files = readdirSync(folder).filter((file) => file !== 'db.ts');
  return Object.fromEntries(
    files.map((file) => {
      const source = readFileSync(new URL(file, folder), 'utf8');
      const body = /interface \w+Table \{\n([\s\S]*?)\n\}/.exec(source)?.[1] ?? '';
      const fields = [...body.matchAll(/^ {2}(\w+): (.+);$/gm)];
      const table = file.replace('.ts', '').replace('auth-', '').replaceAll('-', '_');
      return [
        table,
        Object.fromEntries(fields.map(([, name, type]) => [name, isNullable(type ?? '')])),
      ];
    }),
  );
}

function isNullable(type: string): boolean | undefined {
  const selected = /^\w+<(.*)$/.exec(type)?.[1]?.split(',')[0] ?? type;
  if (selected === 'unknown') return undefined;
  return type.startsWith('FixedOptional<') || selected.includes('| null');
}
