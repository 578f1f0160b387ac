import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { closeDatabase, openDatabase } from '../db/database';
import { inProject } from '../db/transaction';
import type { TestProject } from '../testing/project';
import { createStoreWorld, type StoreWorld } from '../testing/store-world';
import { flushReplays } from './flush-replays';
import { forgetReplays } from './forget-replays';
import { getVersion } from './get-version';
import { forgetVersions } from './head-cache';
import { listCandidates } from './list-candidates';

let world: StoreWorld;
let project: TestProject;
let named = 0;
beforeAll(async () => {
  world = await createStoreWorld();
});
beforeEach(async () => {
  named += 1;
  project = await world.addProject(`Project${named}`);
});
afterAll(() => world.close());

/** Versions of a branch with so many edits, oldest first. */
async function grown(edits: number): Promise<string[]> {
  const { tagId, versionId } = await project.workflow();
  const ids = [versionId];
  for (let n = 0; n < edits; n += 1) {
    ids.push((await project.commit({ tagId, parent: ids.at(-1)! })).version.id);
  }
  return ids;
}

/** Reads a version from its stored bytes. */
async function readCold(versionId: string, db = world.db): Promise<void> {
  forgetVersions();
  const { projectId, userId } = project.by({});
  await inProject(db, { projectId, userId }, (trx) =>
    getVersion(trx, { projectId, userId, versionId }),
  );
}

const heat = () =>
  world.sql<{ version_id: string; replays: number }>(
    'select version_id, replays, total_ms, last_ms from replay_stat where project_id = $1',
    [project.id],
  );
const candidates = async () =>
  (await project.run((trx) => listCandidates(trx, { projectId: project.id, limit: 9 }))).items;

test('[C2] what readings cost is kept by the hour, of patches only, whichever process read', async () => {
  const ids = await grown(3);
  const head = ids[3]!;
  for (let n = 0; n < 3; n += 1) {
    for (const id of [ids[0]!, ids[2]!, head, head]) await readCold(id);
    await flushReplays(world.db);
  }
  expect(Object.fromEntries((await heat()).map((row) => [row.version_id, row.replays]))).toEqual({
    [ids[2]!]: 3,
    [head]: 6,
  });
  expect(await candidates()).toEqual([]);

  for (let n = 0; n < 11; n += 1) await readCold(head);
  await flushReplays(world.db);
  expect(await candidates()).toMatchObject([
    { headId: head, depth: 3, reasons: [{ kind: 'hot', readings: 20 }] },
  ]);
});

test('[C2] what is remembered is no reading', async () => {
  const [, head] = await grown(1);
  await readCold(head!);
  const { projectId, userId } = project.by({});
  for (let n = 0; n < 5; n += 1) {
    await project.run((trx) => getVersion(trx, { projectId, userId, versionId: head! }));
  }
  await flushReplays(world.db);
  expect(await heat()).toMatchObject([{ replays: 1 }]);
});

test('[C2] a slow chain is a candidate, with what it took; what is long ago is not', async () => {
  const [, first, head] = await grown(2);
  await world.sql(
    `insert into replay_stat (project_id, version_id, hour, replays, total_ms, last_ms, last_at)
     values ($1, $2, date_trunc('hour', now()), 2, 168, 80, now()),
            ($1, $2, date_trunc('hour', now() - interval '2 days'), 90, 1, 1, now() - interval '2 days')`,
    [project.id, head],
  );
  expect(await candidates()).toMatchObject([
    { headId: head, reasons: [{ kind: 'slow', ms: 84 }], materialized: { ms: 80 } },
  ]);
  await world.sql('update replay_stat set version_id = $2 where project_id = $1', [
    project.id,
    first,
  ]);
  expect(await candidates()).toMatchObject([
    { headId: head, reasons: [{ kind: 'slow', ms: 84 }], materialized: null },
  ]);
});

test('[C2] a full document is no candidate, however hot', async () => {
  const [base] = await grown(0);
  for (let n = 0; n < 25; n += 1) await readCold(base!);
  await flushReplays(world.db);
  expect(await heat()).toEqual([]);
  expect(await candidates()).toEqual([]);
});

test('[C2] readings are forgotten after a week', async () => {
  const [, head] = await grown(1);
  await world.sql(
    `insert into replay_stat (project_id, version_id, hour, replays, total_ms, last_ms, last_at)
     select $1, $2, date_trunc('hour', now()) - make_interval(days => days), 1, 1, 1, now()
     from generate_series(0, 9) days`,
    [project.id, head],
  );
  await project.run((trx) => forgetReplays(trx, { projectId: project.id }));
  expect(await heat()).toHaveLength(7);
});

test('[C2] a database that is read-only is read all the same', async () => {
  const [, head] = await grown(1);
  const url = `${world.database.appUrl}?options=-c%20default_transaction_read_only%3Don`;
  const readOnly = openDatabase({ url, max: 1 });
  await readCold(head!, readOnly);
  await expect(flushReplays(readOnly)).rejects.toMatchObject({ code: '25006' });
  expect(await heat()).toEqual([]);
  await closeDatabase(readOnly);
});
