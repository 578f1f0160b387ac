/** Short-lived connections of the launcher. `pg` is imported late: it may not be installed when this file loads. */

/**
 * Runs `work(client)` on one connection.
 * @template T
 * @param {string} url
 * @param {(client: import('pg').Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withClient(url, work) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, application_name: 'stemma launcher' });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Whether the URL logs in. Throws for anything but a refused login. */
export async function logsIn(url) {
  try {
    await withClient(url, (client) => client.query('select 1'));
    return true;
  } catch (error) {
    // invalid_password, invalid_authorization_specification
    if (error.code === '28P01' || error.code === '28000') return false;
    throw error;
  }
}

/** The same server and options with another account or database. */
export function withAccount(url, changes) {
  const next = new URL(url);
  if (changes.user !== undefined) next.username = encodeURIComponent(changes.user);
  if (changes.password !== undefined) next.password = encodeURIComponent(changes.password);
  if (changes.database !== undefined) next.pathname = `/${encodeURIComponent(changes.database)}`;
  return next.href;
}

/** A quoted string for statements that take no parameters. */
export function literal(text) {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A quoted name. */
export function identifier(name) {
  return `"${name.replaceAll('"', '""')}"`;
}
