import { keepSafeRole } from '../auth/keep-safe-role';
import { logger } from '../config/logger';
import { appDatabase } from '../db/app-database';
import { flushReplays } from '../store/flush-replays';

const FLUSH_MS = 10_000;

/** [A1] Nothing is served with a database role that row level security does not bind. */
export async function boot(): Promise<void> {
  const db = appDatabase();
  await keepSafeRole(db, (error) => {
    logger().fatal(error.message);
    process.exit(1);
  });
  setInterval(() => {
    flushReplays(db).catch((error: unknown) => {
      logger().debug({ err: error }, 'What readings cost was not stored');
    });
  }, FLUSH_MS).unref();
}
