import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { withAccount, withClient } from '../../scripts/lib/database/connect.mjs';
import { ensureDatabase, openDatabase } from '../../scripts/lib/database/roles.mjs';
import { testPasswords } from './credentials';
import { templateLock } from './template-lock';

export interface TestDatabase {
  readonly name: string;
  /** Logs in as `stemma_owner`. */
  readonly ownerUrl: string;
  /** Logs in as `stemma_app`: what the product's queries run as. */
  readonly appUrl: string;
  /** Logs in as superuser: sees every row, for arranging and checking only. */
  readonly superUrl: string;
  /** Removes the database, ending connections that are still open. */
  readonly drop: () => Promise<void>;
}

/** A migrated database of its own for a test file, cloned in about a tenth of a second. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { superUrl, template } = inject('testCluster');
  const name = `stemma_t_${randomBytes(8).toString('hex')}`;
  await withClient(superUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [templateLock]);
    await client.query(
      `CREATE DATABASE ${name} OWNER stemma_owner TEMPLATE ${template} STRATEGY FILE_COPY`,
    );
    await client.query(`COMMENT ON DATABASE ${name} IS '${new Date().toISOString()}'`);
    await openDatabase(client, name);
  });
  return describe(superUrl, name);
}

/** An unmigrated database, for tests of the migrations themselves. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  const { superUrl } = inject('testCluster');
  const name = `stemma_t_${randomBytes(8).toString('hex')}`;
  await ensureDatabase(superUrl, name);
  return describe(superUrl, name);
}

function describe(superUrl: string, name: string): TestDatabase {
  const { ownerPassword, appPassword } = testPasswords(superUrl);
  const as = (user: string, password: string) =>
    withAccount(superUrl, { user, password, database: name });
  return {
    name,
    ownerUrl: as('stemma_owner', ownerPassword),
    appUrl: as('stemma_app', appPassword),
    superUrl: withAccount(superUrl, { database: name }),
    drop: () =>
      withClient(superUrl, async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      }),
  };
}
