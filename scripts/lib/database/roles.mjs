/** The three roles of [A1], on a server where we are superuser. */
import { identifier, literal, logsIn, withAccount, withClient } from './connect.mjs';

/** One number for all launchers, so that two of them do not create the same role at once. */
const lockKey = 7_307_001;

/**
 * Makes `stemma_owner` and `stemma_app` log in with these passwords, and `stemma_reader` exist.
 * None of them is superuser, bypasses row security or makes roles.
 */
export async function ensureRoles(superUrl, { ownerPassword, appPassword }) {
  await withClient(superUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    await ensureLogin({ client, superUrl, role: 'stemma_owner', password: ownerPassword });
    await ensureLogin({ client, superUrl, role: 'stemma_app', password: appPassword });
    await ensureRole(client, 'stemma_reader', 'NOLOGIN');
  });
}

/** Makes the database exist, owned by `stemma_owner`, closed to everybody else, with its statistics view. */
export async function ensureDatabase(superUrl, database) {
  await withClient(superUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    const found = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (found.rowCount === 0) {
      await client.query(`CREATE DATABASE ${identifier(database)} OWNER stemma_owner`);
    }
    await openDatabase(client, database);
  });
  await withClient(withAccount(superUrl, { database }), prepareDatabase);
}

/** Who may connect. Not part of what CREATE DATABASE copies from a template. */
export async function openDatabase(client, database) {
  const name = identifier(database);
  await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
  await client.query(`GRANT CONNECT ON DATABASE ${name} TO stemma_app, stemma_reader`);
}

async function prepareDatabase(client) {
  await client.query('REVOKE CREATE ON SCHEMA public FROM PUBLIC');
  const extension = 'pg_stat_statements';
  const found = await client.query('select 1 from pg_available_extensions where name = $1', [
    extension,
  ]);
  const loaded = await client.query('show shared_preload_libraries');
  if (found.rowCount === 0 || !loaded.rows[0].shared_preload_libraries.includes(extension)) return;
  await client.query(`CREATE EXTENSION IF NOT EXISTS ${extension}`);
}

async function ensureLogin({ client, superUrl, role, password }) {
  await ensureRole(client, role, 'LOGIN');
  if (await logsIn(withAccount(superUrl, { user: role, password }))) return;
  await client.query(`ALTER ROLE ${role} PASSWORD ${literal(password)}`);
}

async function ensureRole(client, role, login) {
  const found = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  if (found.rowCount === 0) await client.query(`CREATE ROLE ${role}`);
  await client.query(
    `ALTER ROLE ${role} ${login} NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB NOREPLICATION`,
  );
}
