import { afterAll, beforeAll, expect, test } from 'vitest';
import { DomainError } from '@core/errors';
import { closeDatabase, openDatabase } from '../db/database';
import { inProject } from '../db/transaction';
import { newId } from '../db/uuid';
import { STRESS } from '../testing/arbitraries';
import { submitRun } from '../runs/submit-run';
import { nudge } from '../testing/project';
import { createStoreWorld, type StoreWorld } from '../testing/store-world';
import { appendPatch } from './append-patch';
import { createTag } from './create-tag';
import { undo } from './undo';

let world: StoreWorld;
beforeAll(async () => {
  world = await createStoreWorld();
});
afterAll(() => world.close());

const KILL = `select pg_terminate_backend(pid) from pg_stat_activity
  where usename = 'stemma_app' and datname = current_database()`;

/** Repeats a call whose answer was lost; what the product says in words is an answer. */
async function insisting<T>(call: () => Promise<T>): Promise<{ answer: T; lost: number }> {
  for (let lost = 0; ; lost += 1) {
    try {
      return { answer: await call(), lost };
    } catch (error) {
      if (error instanceof DomainError || lost > 200) throw error;
    }
  }
}

test('[V4][R2] connections die under edits and undos; repeated with their op_id, each is stored exactly once', async () => {
  const db = openDatabase({ url: world.database.appUrl, max: 4 });
  const scope = { projectId: world.project.id, userId: world.project.ada };
  const { tagId, versionId } = await world.project.workflow();
  const ref = { tagId };
  const acknowledged = [versionId];
  let killing = true;
  const killer = (async () => {
    while (killing) {
      await world.sql(KILL);
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 80));
    }
  })();
  let lost = 0;
  for (let n = 0; n < 60 * STRESS; n += 1) {
    const parent = acknowledged.at(-1)!;
    const args = { ...scope, ref, opId: newId() };
    const edit = { ...args, parent, ops: [nudge()] };
    const call = async () => {
      if (n % 6 === 5) {
        const undone = await inProject(db, scope, (trx) => undo(trx, args));
        return undone.version.id;
      }
      const result = await inProject(db, scope, (trx) => appendPatch(trx, edit));
      if (result.status !== 'committed') throw new Error(result.status);
      return result.version.id;
    };
    const done = await insisting(call);
    lost += done.lost;
    acknowledged.push(done.answer);
  }
  killing = false;
  await killer;
  await closeDatabase(db);

  expect(lost).toBeGreaterThan(0);
  const moves = await world.sql<{ to_id: string }>(
    'select to_id from tag_move where tag_id = $1 order by seq',
    [tagId],
  );
  expect(moves.map((move) => move.to_id)).toEqual(acknowledged);
});

test('[V4] stored, but the answer to COMMIT lost: the repetition finds the first answer', async () => {
  const db = openDatabase({ url: world.database.appUrl, max: 1 });
  let cut = false;
  db.pool.on('connect', (client) => {
    const query = client.query.bind(client);
    client.query = ((config: { text: string }) => {
      const answer = query(config as never) as unknown as Promise<unknown>;
      if (!cut || config.text !== 'commit') return answer;
      return answer.then(() => {
        cut = false;
        throw new Error('The line went dead.');
      });
    }) as never;
  });
  const scope = { projectId: world.project.id, userId: world.project.ada };
  const { workflowId, tagId, versionId } = await world.project.workflow();
  const by = <A extends object>(args: A) => ({ ...scope, opId: newId(), ...args });
  const edit = by({ ref: { tagId }, parent: versionId, ops: [nudge()] });
  const back = by({ ref: { tagId } });
  const branch = by({ workflowId, versionId, name: 'once' });
  const run = by({ ref: { tagId } });
  for (const call of [
    () => inProject(db, scope, (trx) => appendPatch(trx, edit)),
    () => inProject(db, scope, (trx) => undo(trx, back)),
    () => inProject(db, scope, (trx) => createTag(trx, branch)),
    () => inProject(db, scope, (trx) => submitRun(trx, run)),
  ]) {
    const before = await world.counts();
    cut = true;
    await expect<Promise<unknown>>(call()).rejects.toThrow('The line went dead.');
    const stored = await world.counts();
    expect(stored).not.toEqual(before);
    const answer = await call();
    expect(answer).not.toMatchObject({ status: 'conflict' });
    expect(await call()).toEqual(answer);
    expect(await world.counts()).toEqual(stored);
  }
  await closeDatabase(db);
});
