import { getMigrations } from 'better-auth/db/migration';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/database';
import { authOptions } from './auth-options';
import { createAuthPool } from './auth-pool';

let database: TestDatabase;
beforeAll(async () => {
  process.env.STEMMA_AUTH_SECRET = 'a secret of the tests, long enough';
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('[A1] the migrations give better-auth every table and column it wants', async () => {
  const pool = createAuthPool(database.appUrl);
  try {
    const { toBeAdded, toBeCreated } = await getMigrations(authOptions(pool));
    expect({ toBeAdded, toBeCreated }).toEqual({ toBeAdded: [], toBeCreated: [] });
  } finally {
    await pool.end();
  }
});
