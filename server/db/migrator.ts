import { Kysely, Migrator, type MigrationResultSet, PostgresDialect } from 'kysely';
import pg from 'pg';
import { migrations } from '../../migrations/index';

/** Brings the database to the newest schema. Safe to call at the same time from several processes. */
export async function migrateToLatest(ownerUrl: string): Promise<void> {
  await withMigrator(ownerUrl, (migrator) => migrator.migrateToLatest());
}

/** Takes every migration back, newest first; for tests that prove `down`. */
export async function migrateToNothing(ownerUrl: string): Promise<void> {
  await withMigrator(ownerUrl, async (migrator) => {
    let last: MigrationResultSet = { results: [] };
    for (const _ of Object.keys(migrations)) {
      last = await migrator.migrateDown();
      if (last.error !== undefined) break;
    }
    return last;
  });
}

async function withMigrator(
  ownerUrl: string,
  run: (migrator: Migrator) => Promise<MigrationResultSet>,
): Promise<void> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 2 });
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    const migrator = new Migrator({
      db,
      provider: { getMigrations: () => Promise.resolve(migrations) },
    });
    const { error, results } = await run(migrator);
    if (error !== undefined) {
      const failed = results?.find((result) => result.status === 'Error')?.migrationName;
      throw new Error(`Migration ${failed ?? ''} failed: ${describe(error)}`, { cause: error });
    }
  } finally {
    await db.destroy();
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
