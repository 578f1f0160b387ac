import pg from 'pg';
import { appDatabaseUrl, ownerDatabaseUrl } from '../server/config/env';
import { closeDatabase, type Database, openDatabase } from '../server/db/database';

export interface Databases {
  /** As the product works: bound by row level security. */
  db: Database;
  /** As the owner, who may look for a project by its name. */
  owner: pg.Client;
}

/** Runs a command with both connections and closes them afterwards. */
export async function withDatabases<T>(work: (databases: Databases) => Promise<T>): Promise<T> {
  const db = openDatabase({ url: appDatabaseUrl(), max: 2 });
  const owner = new pg.Client(ownerDatabaseUrl());
  try {
    await owner.connect();
    return await work({ db, owner });
  } finally {
    await owner.end();
    await closeDatabase(db);
  }
}
