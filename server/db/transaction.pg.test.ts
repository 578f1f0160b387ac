import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../db/uuid';
import { createStoreWorld, type StoreWorld } from '../testing/store-world';
import { closeDatabase, type Database, openDatabase } from './database';
import { commitWith, inProject } from './transaction';

let world: StoreWorld;
let db: Database;
const scope = () => ({ projectId: world.project.id, userId: world.project.ada });
beforeAll(async () => {
  world = await createStoreWorld();
  db = openDatabase({ url: world.database.appUrl, max: 1 });
});
afterAll(async () => {
  await closeDatabase(db);
  await world.close();
});

const workflow = (name: string) => ({
  project_id: world.project.id,
  id: newId(),
  name,
  created_by: world.project.ada,
});
const named = async (name: string) =>
  (await world.sql('select 1 from workflow where name = $1', [name])).length;

describe('statements sent ahead of their answers', () => {
  test('the same statement many times at once on a fresh connection', async () => {
    const fresh = openDatabase({ url: world.database.appUrl, max: 1 });
    const answers = await inProject(fresh, scope(), (trx) =>
      Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          sql<{ n: number }>`select ${n}::int as n`.execute(trx),
        ),
      ),
    );
    expect(answers.map(({ rows }) => rows[0]?.n)).toEqual(Array.from({ length: 20 }, (_, n) => n));
    await closeDatabase(fresh);
  });

  test('a statement that failed, or stood behind one that failed, works again on the same connection', async () => {
    const divide = (by: number) =>
      inProject(db, scope(), async (trx) => {
        const first = sql<{ n: number }>`select 7 / ${by}::int as n`.execute(trx);
        const second = sql<{ n: number }>`select 8 + ${by}::int as n`.execute(trx);
        const [a, b] = await Promise.all([first, second]);
        return [a.rows[0]?.n, b.rows[0]?.n];
      });
    await expect(divide(0)).rejects.toMatchObject({ code: '22012' });
    expect(await divide(1)).toEqual([7, 9]);
    await expect(divide(0)).rejects.toMatchObject({ code: '22012' });
    expect(await divide(7)).toEqual([1, 15]);
  });
});

describe('the end of a transaction', () => {
  test('what throws is taken back whole', async () => {
    await expect(
      inProject(db, scope(), async (trx) => {
        await trx.insertInto('workflow').values(workflow('taken back')).execute();
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await named('taken back')).toBe(0);
  });

  test('a failure that the work swallowed is still no commit', async () => {
    await expect(
      inProject(db, scope(), async (trx) => {
        await trx.insertInto('workflow').values(workflow('swallowed')).execute();
        await sql`select 1 / 0`.execute(trx).catch(() => undefined);
        return 'fine';
      }),
    ).rejects.toThrow(/rolled back/);
    expect(await named('swallowed')).toBe(0);
  });

  test('[V4] the last statement with COMMIT: rows come back once they are stored', async () => {
    await inProject(db, scope(), async (trx) => {
      const rows = await commitWith(
        trx,
        trx.insertInto('workflow').values(workflow('last')).returning('name'),
      );
      expect(rows).toEqual([{ name: 'last' }]);
      expect(await named('last')).toBe(1);
      await expect(trx.selectFrom('tag').selectAll().execute()).rejects.toThrow(
        /committed already/,
      );
    });
    await expect(
      inProject(db, scope(), (trx) =>
        commitWith(trx, trx.insertInto('workflow').values({ ...workflow('bad'), name: '' })),
      ),
    ).rejects.toMatchObject({ code: '23514' });
    expect(await named('bad')).toBe(0);
  });

  test('a deadlock is tried again', async () => {
    const two = openDatabase({ url: world.database.appUrl, max: 2 });
    const ids = await Promise.all(
      ['a', 'b'].map(async (name) => {
        const row = workflow(name);
        await world.project.run((trx) => trx.insertInto('workflow').values(row).execute());
        return row.id;
      }),
    );
    const lock = (first: string, second: string) =>
      inProject(two, scope(), async (trx) => {
        for (const id of [first, second]) {
          await trx.updateTable('workflow').set({ name: 'locked' }).where('id', '=', id).execute();
          await sql`select pg_sleep(0.1)`.execute(trx);
        }
        return 'done';
      });
    const [a, b] = ids as [string, string];
    expect(await Promise.all([lock(a, b), lock(b, a)])).toEqual(['done', 'done']);
    await closeDatabase(two);
  });

  test('a connection that dies is an error, and the next transaction has another', async () => {
    await expect(
      inProject(db, scope(), (trx) =>
        sql`select pg_terminate_backend(pg_backend_pid())`.execute(trx),
      ),
    ).rejects.toThrow();
    expect(await inProject(db, scope(), () => Promise.resolve('alive'))).toBe('alive');
  });
});
