import { logger } from '../config/logger';
import type { Database } from '../db/database';
import { assertSafeRole, UnsafeRoleError } from './assert-safe-role';

const RETRY_MS = 2_000;

/**
 * Checks the database role at start, and again until the database has answered. `refuse` ends the
 * process: an unsafe role never serves.
 */
export async function keepSafeRole(
  db: Database,
  refuse: (error: UnsafeRoleError) => void,
): Promise<void> {
  try {
    await assertSafeRole(db);
  } catch (error) {
    if (error instanceof UnsafeRoleError) {
      refuse(error);
      return;
    }
    logger().warn({ err: error }, 'The database is not answering yet');
    setTimeout(() => void keepSafeRole(db, refuse), RETRY_MS).unref();
  }
}
