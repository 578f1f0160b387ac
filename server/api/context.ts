import { appDatabase } from '../db/app-database';
import type { Database } from '../db/database';
import { findPrincipal } from '../auth/find-principal';
import type { Principal } from '../auth/principal';

/** What a call knows before its procedure is chosen. */
export interface Context {
  db: Database;
  /** Looked up once a request, by the first procedure that asks. */
  principal: () => Promise<Principal | undefined>;
}

/** Context of a request; `db` is another database in tests. */
export function createContext(headers: Headers, db: Database = appDatabase()): Context {
  let found: Promise<Principal | undefined> | undefined;
  return { db, principal: () => (found ??= findPrincipal(db, headers)) };
}
