import { logger } from '../config/logger';
import type { Database } from '../db/database';

/** Says that the worker lives, and whether its database does. Never throws. */
export async function beat(db: Database): Promise<void> {
  const started = performance.now();
  try {
    await db.pool.query('select 1');
    const ms = Math.round((performance.now() - started) * 10) / 10;
    logger().debug({ databaseMs: ms }, 'Heartbeat');
  } catch (error) {
    logger().warn({ err: error }, 'Heartbeat without a database');
  }
}
