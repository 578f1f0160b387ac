import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { migrateToLatest } from '../../server/db/migrator';
import { withAccount, withClient } from '../../scripts/lib/database/connect.mjs';
import { ensureDatabase, ensureRoles } from '../../scripts/lib/database/roles.mjs';
import { openCluster } from '../../scripts/lib/pg/cluster.mjs';
import { removeCluster } from '../../scripts/lib/pg/remove.mjs';
import { canConnect } from '../../scripts/lib/port.mjs';
import { until } from '../../scripts/lib/processes.mjs';
import { readSecrets } from '../../scripts/lib/secrets.mjs';

type Sql = <T>(text: string, values?: unknown[]) => Promise<T[]>;

/** A migrated database on a server of its own, as durable as the product's, that may be crashed. */
export interface CrashableDatabase {
  /** As `stemma_app`. */
  readonly appUrl: string;
  readonly port: number;
  /** Asks as superuser, on a connection of its own. */
  readonly sql: Sql;
  /** Stops the server without letting it write anything more, and starts it again. */
  readonly crash: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const DATABASE = 'stemma';

/** Makes the database anew in the folder. */
export async function openCrashableDatabase(folder: string): Promise<CrashableDatabase> {
  const place = join(folder, 'pg');
  await removeCluster(place);
  rmSync(folder, { recursive: true, force: true });
  let cluster = await openCluster(place);
  const { url } = cluster;
  const secrets = await readSecrets(folder);
  await ensureRoles(url, secrets);
  await ensureDatabase(url, DATABASE);
  const as = (user: string, password: string) =>
    withAccount(url, { user, password, database: DATABASE });
  await migrateToLatest(as('stemma_owner', secrets.ownerPassword));
  const sql: Sql = (text, values = []) =>
    withClient(withAccount(url, { database: DATABASE }), async (client: Client) => {
      const { rows } = await client.query(text, values);
      return rows;
    });
  const port = Number(new URL(url).port);
  return {
    appUrl: as('stemma_app', secrets.appPassword),
    port,
    sql,
    crash: async () => {
      const [found] = await sql<{ file: string }>(`select pg_read_file('postmaster.pid') as file`);
      process.kill(Number(found!.file.split('\n')[0]), 'SIGQUIT');
      await until(10_000, async () => !(await canConnect(port)));
      await cluster.close();
      cluster = await openCluster(place);
      if (cluster.url !== url) throw new Error('The database came back at another address.');
    },
    close: () => cluster.close(),
  };
}
