import { assertSafeRole } from '../auth/assert-safe-role';
import { logger } from '../config/logger';
import { appDatabase } from '../db/app-database';
import { closeDatabase } from '../db/database';
import { beat } from './beat';

const BEAT_MS = 30_000;

/** The worker process: alive, safely connected, and so far without work of its own. */
async function main(): Promise<void> {
  const db = appDatabase();
  await assertSafeRole(db);
  logger().info({ pid: process.pid }, 'The worker is up');
  const timer = setInterval(() => void beat(db), BEAT_MS);
  await beat(db);
  await new Promise<void>((resolve) => {
    for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => resolve());
  });
  clearInterval(timer);
  await closeDatabase(db);
  logger().info('The worker is done');
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    logger().fatal({ err: error }, 'The worker cannot run');
    process.exit(1);
  },
);
