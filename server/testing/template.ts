import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { migrateToLatest } from '../db/migrator';
import { withAccount, withClient } from '../../scripts/lib/database/connect.mjs';
import { ensureDatabase, ensureRoles } from '../../scripts/lib/database/roles.mjs';
import { testPasswords } from './credentials';
import { templateLock } from './template-lock';

const migrations = new URL('../../migrations/', import.meta.url);

/** Migrates a database once per content of `migrations/`; other runs and files clone it. Gives its name. */
export async function ensureTemplate(superUrl: string): Promise<string> {
  const passwords = testPasswords(superUrl);
  await ensureRoles(superUrl, passwords);
  const name = `stemma_template_${hashOfMigrations()}`;
  await withClient(superUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [templateLock]);
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount === 0) {
      // Under another name until complete, so that a killed run leaves no half migrated template.
      const making = `${name}_making`;
      await client.query(`DROP DATABASE IF EXISTS ${making} WITH (FORCE)`);
      await ensureDatabase(superUrl, making);
      const { ownerPassword: password } = passwords;
      await migrateToLatest(
        withAccount(superUrl, { user: 'stemma_owner', password, database: making }),
      );
      await client.query(`ALTER DATABASE ${making} RENAME TO ${name}`);
    }
    await client.query(`COMMENT ON DATABASE ${name} IS '${new Date().toISOString()}'`);
  });
  return name;
}

function hashOfMigrations(): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(migrations).sort()) {
    if (file.endsWith('.ts') && !file.endsWith('.test.ts')) {
      hash.update(`${file}\0`).update(readFileSync(new URL(file, migrations)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}
