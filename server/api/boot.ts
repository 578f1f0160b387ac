import { keepSafeRole } from '../auth/keep-safe-role';
import { logger } from '../config/logger';
import { appDatabase } from '../db/app-database';

/** [A1] Nothing is served with a database role that row level security does not bind. */
export async function boot(): Promise<void> {
  await keepSafeRole(appDatabase(), (error) => {
    logger().fatal(error.message);
    process.exit(1);
  });
}
