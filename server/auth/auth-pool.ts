import pg from 'pg';
import { appDatabaseUrl } from '../config/env';
import { logger } from '../config/logger';

const slot = Symbol.for('stemma.auth-pool');
const holder = globalThis as { [slot]?: pg.Pool };

/** Connections of better-auth: the app's role, looking at schema `auth` alone. */
export function authPool(): pg.Pool {
  holder[slot] ??= createAuthPool(appDatabaseUrl());
  return holder[slot];
}

export function createAuthPool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: 4,
    connectionTimeoutMillis: 3_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 10_000,
    options: '-c search_path=auth',
  });
  pool.on('error', (error) => {
    logger().warn({ err: error }, 'An idle connection of the auth pool was lost');
  });
  return pool;
}
