import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeDatabase, openDatabase } from '../db/database';
import { createTestDatabase, type TestDatabase } from '../testing/database';
import { assertSafeRole } from './assert-safe-role';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function check(url: string): Promise<void> {
  const db = openDatabase({ url, max: 1 });
  try {
    await assertSafeRole(db);
  } finally {
    await closeDatabase(db);
  }
}

test('[A1] only a role that row level security binds may serve', async () => {
  await expect(check(database.superUrl)).rejects.toThrow(/is a superuser/);
  await expect(check(database.ownerUrl)).rejects.toThrow(/owns the tables/);
  await expect(check(database.appUrl)).resolves.toBeUndefined();
});
