import { assertSafeRole } from '../auth/assert-safe-role';
import { logger } from '../config/logger';
import { appDatabase } from '../db/app-database';
import { closeDatabase } from '../db/database';
import { beat } from './beat';
import { Compactor } from './compaction/compactor';
import { periodically } from './periodically';
import { Scrubber } from './scrub/scrubber';

/** The worker process: what is done in the background, until it is told to stop. */
async function main(): Promise<void> {
  const db = appDatabase();
  await assertSafeRole(db);
  logger().info({ pid: process.pid }, 'The worker is up');
  const compactor = new Compactor(db);
  const scrubber = new Scrubber(db);
  const works = [
    periodically({ name: 'heartbeat', pauseMs: 30_000 }, () => beat(db)),
    periodically({ name: 'compaction', pauseMs: 3_000 }, async (signal) => {
      await compactor.round(signal);
    }),
    periodically({ name: 'scrub', pauseMs: 5_000 }, async (signal) => {
      await scrubber.round(signal);
    }),
  ];
  await new Promise<void>((resolve) => {
    for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => resolve());
  });
  await Promise.all(works.map((work) => work.stop()));
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
