import pino from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TestProject } from '../../testing/project';
import { createStoreWorld, type StoreWorld } from '../../testing/store-world';
import { integrity } from '../../store/scrub/integrity';
import { scrubStep } from '../../store/scrub/scrub-step';
import { Scrubber } from './scrubber';

const LOGGER = Symbol.for('stemma.logger');
const holder = globalThis as { [LOGGER]?: unknown };

let world: StoreWorld;
let lines: Record<string, unknown>[];
beforeEach(async () => {
  world = await createStoreWorld();
  lines = [];
  const write = (line: string) => lines.push(JSON.parse(line) as Record<string, unknown>);
  holder[LOGGER] = pino({ base: null }, { write });
});
afterEach(async () => {
  delete holder[LOGGER];
  await world.close();
});

const running = new AbortController().signal;

/** Rounds until no project has anything left to check; how much was found. */
async function wholePass(scrubber = new Scrubber(world.db)): Promise<number> {
  let found = 0;
  do found += await scrubber.round(running);
  while (
    (await world.sql('select from scrub where finished_at is null or finished_at < started_at'))
      .length
  );
  return found;
}

/** As if the last pass had ended long ago. */
const dayLater = () =>
  world.sql(
    `update scrub set started_at = now() - interval '26 hours', finished_at = now() - interval '25 hours'`,
  );

async function grown(edits: number): Promise<{ tagId: string; ids: string[] }> {
  const { tagId, versionId } = await world.project.workflow();
  const ids = [versionId];
  for (let n = 0; n < edits; n += 1) {
    ids.push((await world.project.commit({ tagId, parent: ids.at(-1)! })).version.id);
  }
  return { tagId, ids };
}

/** Changes what no role of the product can, as a failing disk would. */
async function damage(text: string, values: unknown[] = []): Promise<void> {
  await world.sql('set session_replication_role = replica');
  await world.sql(text, values);
  await world.sql('set session_replication_role = origin');
}

/** Turns one bit, differently placed in each, of so many blobs; the same again turns it back. */
const flipBits = (most: number) =>
  damage(
    `update cas_blob b set bytes = set_bit(bytes, bit, 1 - get_bit(bytes, bit))
     from (select cas_id, (row_number() over (order by cas_id) * 7919 % (size_bytes * 8))::int as bit
           from cas_blob order by cas_id limit $1) chosen
     where chosen.cas_id = b.cas_id`,
    [most],
  );

const state = () => world.project.run((trx) => integrity(trx, { projectId: world.project.id }));

test('[V7] a pass reads every blob and every head once, finds nothing wrong, and rests for a day', async () => {
  await grown(60);
  await grown(3);
  expect(await state()).toEqual({ pass: null, damages: 0, damaged: [] });
  const scrubber = new Scrubber(world.db);
  expect(await wholePass(scrubber)).toBe(0);
  const [{ blobs }] = (await world.sql<{ blobs: number }>(
    'select count(*)::int as blobs from cas_blob',
  )) as [{ blobs: number }];
  const { pass, damaged } = await state();
  expect(damaged).toEqual([]);
  expect(pass).toMatchObject({ checked: blobs + 2 });
  expect(Date.parse(pass!.finishedAt!)).toBeGreaterThanOrEqual(Date.parse(pass!.startedAt));

  expect(await scrubber.round(running)).toBe(0);
  expect((await state()).pass).toEqual(pass);
  await dayLater();
  await scrubber.round(running);
  expect((await state()).pass).toMatchObject({ finishedAt: null });
  expect(lines).toEqual([]);
});

test('[V7] of a hundred blobs with a turned bit it finds a hundred, each reported once', async () => {
  await grown(140);
  await flipBits(100);
  expect(await wholePass()).toBeGreaterThanOrEqual(100);
  const damaged = await world.sql<{ kind: string; correlation: string }>(
    'select kind, correlation from damage',
  );
  expect(damaged.filter(({ kind }) => kind === 'blob')).toHaveLength(100);
  expect(damaged.filter(({ kind }) => kind === 'head')).toHaveLength(1);
  expect(lines.map(({ correlation }) => correlation).sort()).toEqual(
    damaged.map(({ correlation }) => correlation).sort(),
  );
  const shown = await state();
  expect([shown.damages, shown.damaged.length]).toEqual([101, 100]);
  expect(lines[0]).toMatchObject({ level: 50, projectId: world.project.id });

  await dayLater();
  expect(await wholePass()).toBe(0);
  expect(lines).toHaveLength(101);

  // Restored from a backup.
  await flipBits(100);
  await dayLater();
  expect(await wholePass()).toBe(0);
  expect((await state()).damaged).toEqual([]);
});

test('[V7] a head whose chain does not give its hash is found, though every blob is sound', async () => {
  const [wrong, sound, torn] = [await grown(3), await grown(2), await grown(4)];
  await damage(`update artifact set version_hash = 'sha256:wrong' where id = $1`, [wrong.ids[3]]);
  await damage(`delete from patch_chain_member where member_id = $1`, [torn.ids[2]]);
  expect(await wholePass()).toBe(2);
  const subjects = (await state()).damaged.map(({ kind, subject }) => [kind, subject]);
  expect(subjects.sort()).toEqual(
    [
      ['head', wrong.ids[3]],
      ['head', torn.ids[4]],
    ].sort(),
  );
  expect(subjects).not.toContainEqual(['head', sound.ids[2]]);
});

test('a step is small, and a pass goes on where another process left it', async () => {
  await grown(119);
  const checked: number[] = [];
  for (let n = 0; n < 3; n += 1) {
    await new Scrubber(world.db).round(running);
    checked.push((await state()).pass!.checked);
  }
  expect(checked).toEqual([50, 100, 120]);
});

test('two processes never check the same', async () => {
  await grown(10);
  const { id: projectId } = world.project;
  await world.project.run(async (trx) => {
    expect(await scrubStep(trx, { projectId })).toMatchObject({ status: 'checked' });
    const beside = world.project.run((other) => scrubStep(other, { projectId }));
    await expect(beside).resolves.toEqual({ status: 'resting' });
  });
  expect((await state()).pass).toMatchObject({ checked: 11 });
});

test('every project has its turn, and none hears of another', async () => {
  const others: TestProject[] = [];
  for (let n = 0; n < 25; n += 1) others.push(await world.addProject(`Other${n}`));
  const scrubber = new Scrubber(world.db);
  for (let n = 0; n < 2; n += 1) await scrubber.round(running);
  const rows = await world.sql('select from scrub');
  expect(rows).toHaveLength(26);
  await flipBits(1);
  const seen = await others[0]!.run((trx) => integrity(trx, { projectId: others[0]!.id }));
  expect(seen.damaged).toEqual([]);
});
