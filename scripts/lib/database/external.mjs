/** A PostgreSQL that somebody else runs: DATABASE_URL is its owner for us, APP_DATABASE_URL the application's account. */
import { Problem } from '../say.mjs';
import { identifier, literal, logsIn, withAccount, withClient } from './connect.mjs';

const lockKey = 7_307_001;

/** `{ ownerUrl, appUrl }`, with the server's version and the roles of [A1] checked or made. */
export async function openExternal(ownerUrl, appUrl, secrets) {
  checkUrl('DATABASE_URL', ownerUrl);
  if (appUrl) checkUrl('APP_DATABASE_URL', appUrl);
  const app =
    appUrl || withAccount(ownerUrl, { user: 'stemma_app', password: secrets.appPassword });
  await connected('DATABASE_URL', () =>
    withClient(ownerUrl, async (client) => {
      await checkVersion(client);
      await client.query('select pg_advisory_lock($1)', [lockKey]);
      await ensureRoles(client, { appUrl: app, given: Boolean(appUrl), secrets });
    }),
  );
  if (
    !(await connected(appUrl ? 'APP_DATABASE_URL' : 'The application account', () => logsIn(app)))
  ) {
    throw new Problem(
      appUrl
        ? 'APP_DATABASE_URL: the server refuses this account or password.'
        : 'The role stemma_app exists with a password we do not know. Give APP_DATABASE_URL with it.',
    );
  }
  await withClient(app, checkPowerless);
  return { ownerUrl, appUrl: app };
}

async function checkVersion(client) {
  const { rows } = await client.query(
    "select current_setting('server_version_num')::int as number",
  );
  if (rows[0].number >= 150_000) return;
  throw new Problem(
    `DATABASE_URL is a PostgreSQL ${Math.floor(rows[0].number / 10_000)}; Stemma needs 15 or newer.`,
  );
}

async function ensureRoles(client, { appUrl, given, secrets }) {
  const user = decodeURIComponent(new URL(appUrl).username);
  const password = literal(secrets.appPassword);
  const login = given ? 'NOLOGIN' : `LOGIN PASSWORD ${password}`;
  await makeRole(client, 'stemma_app', login, given);
  await makeRole(client, 'stemma_reader', 'NOLOGIN', given);
  const member = await client.query("select pg_has_role($1::name, 'stemma_app', 'USAGE') as yes", [
    user,
  ]);
  if (!member.rows[0].yes) {
    await asAdmin(client, `GRANT stemma_app TO ${identifier(user)}`);
  }
}

async function makeRole(client, role, login, given) {
  const found = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  if (found.rowCount > 0) return;
  const shown = login.replace(/'.*'/, "'<password>'");
  const rights = 'NOSUPERUSER NOBYPASSRLS';
  await asAdmin(client, `CREATE ROLE ${role} ${login} ${rights}`, {
    shown: `CREATE ROLE ${role} ${shown} ${rights}`,
    hint: given || role !== 'stemma_app' ? '' : '\nThen give that account as APP_DATABASE_URL.',
  });
}

async function asAdmin(client, sql, { shown = sql, hint = '' } = {}) {
  try {
    await client.query(sql);
  } catch (error) {
    if (error.code !== '42501') throw error;
    throw new Problem(
      `The account of DATABASE_URL may not make roles. Ask an administrator to run:\n  ${shown};${hint}`,
    );
  }
}

/** [A1] A role that bypasses row security would show every project to everybody. */
async function checkPowerless(client) {
  const { rows } = await client.query(
    'select rolname as name, rolsuper or rolbypassrls as yes from pg_roles where rolname = current_user',
  );
  if (rows[0].yes) {
    throw new Problem(
      `APP_DATABASE_URL: role ${rows[0].name} bypasses row security. Use an ordinary role.`,
    );
  }
}

function checkUrl(name, url) {
  if (/^postgres(ql)?:\/\/[^/]*@?[^/]+\/.+/.test(url) && URL.canParse(url)) return;
  throw new Problem(`${name} must look like postgres://user:password@host:5432/database`);
}

async function connected(name, work) {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(`${name}: the database does not let us in: ${error.message || error.code}`);
  }
}
