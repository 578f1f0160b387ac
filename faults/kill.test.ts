import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inRoot } from '../scripts/lib/paths.mjs';
import { until } from '../scripts/lib/processes.mjs';
import { STRESS } from '../server/testing/arbitraries';
import { Recorder } from '../server/testing/history/recorder';
import { setToWork } from './support/at-work';
import { type CrashableDatabase, openCrashableDatabase } from './support/database';
import { judge } from './support/judge';
import { type KillableServer, makeServer } from './support/server';
import { makeTeam, type Team } from './support/team';

const KILLS = STRESS > 1 ? 120 : 12;
const CRASHES = STRESS > 1 ? 6 : 1;
const KILLS_PER_CRASH = KILLS / CRASHES;
const folder = inRoot('.test/faults/kill');

let database: CrashableDatabase;
let server: KillableServer;
let team: Team;
beforeAll(async () => {
  database = await openCrashableDatabase(folder);
  server = await makeServer(folder, database.appUrl);
  team = await makeTeam(database.appUrl);
});
afterAll(async () => {
  await server.kill();
  await database.close();
});

/** Lets everybody work until an edit is acknowledged, and a moment longer. */
async function workAWhile(recorder: Recorder): Promise<void> {
  const before = recorder.acknowledged;
  await server.start();
  await until(20_000, () => recorder.acknowledged > before, 10);
  await sleep(80 + Math.random() * 350);
}

test('[V3][V4][T1][V7] nothing acknowledged is lost or done twice, however often server and database are killed', async () => {
  const recorder = new Recorder();
  const stopWork = setToWork(team, server.url, recorder);
  let interrupted = 0;
  for (let kill = 1; kill <= KILLS; kill += 1) {
    await workAWhile(recorder);
    if (kill % KILLS_PER_CRASH === KILLS_PER_CRASH / 2) {
      await database.crash();
      await workAWhile(recorder);
    }
    interrupted += recorder.underway > 0 ? 1 : 0;
    await server.kill();
  }
  await server.start();
  await stopWork();

  const { violations, counts } = await judge({ team, url: server.url, recorder }, database);
  console.info(JSON.stringify({ kills: KILLS, crashes: CRASHES, interrupted, ...counts }));
  expect(violations).toEqual([]);
  expect(counts.reasons).not.toHaveProperty('internal');
  expect(counts.reasons).not.toHaveProperty('corruption');
  expect(interrupted).toBeGreaterThan(KILLS / 2);
  expect(counts.replayed).toBeGreaterThan(0);
  expect(counts.contended).toBeGreaterThan(0);
});
