import { appDatabaseUrl } from '../config/env';
import { type Database, openDatabase } from './database';

const KEY = Symbol.for('stemma.database');

/** The process's one pool, as `stemma_app`; opened on first use. */
export function appDatabase(): Database {
  // Route handlers and instrumentation are separate module graphs of one process.
  const shared = globalThis as { [KEY]?: Database };
  shared[KEY] ??= openDatabase({ url: appDatabaseUrl() });
  return shared[KEY];
}
