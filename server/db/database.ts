import pg from 'pg';

/** A pool of pipelined connections; queries run inside `inProject` or `inSystem`. */
export interface Database {
  readonly pool: pg.Pool;
}

export interface DatabaseOptions {
  readonly url: string;
  /** Most connections at once. */
  readonly max?: number;
}

/**
 * Opens no connection yet. Waiting for a free connection and every statement are bounded, so that
 * a slow database is an error in words and never a hang.
 */
export function openDatabase(options: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.max ?? 16,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 30_000,
    pipeline: true,
  });
  // A connection that dies fails the query under way, if any, and is replaced on next use. Without
  // these listeners, for idle ones and for ones in use, it would end the process.
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));
  return { pool };
}

export async function closeDatabase(db: Database): Promise<void> {
  await db.pool.end();
}

function ignore(): void {}
