import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inRoot } from '../scripts/lib/paths.mjs';
import { STRESS } from '../server/testing/arbitraries';
import { Recorder } from '../server/testing/history/recorder';
import { setToWork } from './support/at-work';
import { type CrashableDatabase, openCrashableDatabase } from './support/database';
import { judge } from './support/judge';
import { openProxy, type Proxy } from './support/proxy';
import { type KillableServer, makeServer } from './support/server';
import { makeTeam, type Team } from './support/team';

const DROPS = 8 * STRESS;
const PATIENCE_MS = 50_000 * STRESS;
const folder = inRoot('.test/faults/lost-answers');
let faulty = true;
const now = (chance: number) => faulty && Math.random() < chance;

/** What PostgreSQL says when a transaction is durable. */
const COMMITTED = Buffer.from('COMMIT\0');
const KILL_ONE = `select pg_terminate_backend(pid) from (
  select pid from pg_stat_activity where usename = 'stemma_app' order by random() limit 1) one`;

let database: CrashableDatabase;
let server: KillableServer;
let team: Team;
let toDatabase: Proxy;
let toServer: Proxy;
beforeAll(async () => {
  database = await openCrashableDatabase(folder);
  team = await makeTeam(database.appUrl);
  toDatabase = await openProxy(database.port, (answer) => answer.includes(COMMITTED) && now(0.08));
  const appUrl = new URL(database.appUrl);
  appUrl.port = String(toDatabase.port);
  server = await makeServer(folder, appUrl.href);
  toServer = await openProxy(Number(new URL(server.url).port), () => now(0.05));
  await server.start();
});
afterAll(async () => {
  await server.kill();
  await Promise.all([toServer.close(), toDatabase.close()]);
  await database.close();
});

test('[V4] stored, but the answer lost on the way: it is found again, and nothing is done twice', async () => {
  const recorder = new Recorder();
  const url = `http://127.0.0.1:${toServer.port}`;
  const stopWork = setToWork(team, url, recorder);
  const isEnough = () => Math.min(toDatabase.dropped(), toServer.dropped()) >= DROPS;
  const end = performance.now() + PATIENCE_MS;
  while (!isEnough() && performance.now() < end) {
    await sleep(Math.random() * 300);
    await database.sql(KILL_ONE);
  }
  faulty = false;
  await stopWork();

  const { violations, counts } = await judge({ team, url: server.url, recorder }, database);
  const dropped = { commits: toDatabase.dropped(), responses: toServer.dropped() };
  console.info(JSON.stringify({ dropped, ...counts }));
  expect(violations).toEqual([]);
  expect(counts.reasons).not.toHaveProperty('internal');
  expect(counts.reasons).not.toHaveProperty('corruption');
  expect(dropped.commits).toBeGreaterThanOrEqual(DROPS);
  expect(dropped.responses).toBeGreaterThanOrEqual(DROPS);
  expect(counts.replayed).toBeGreaterThan(0);
  expect(counts.contended).toBeGreaterThan(0);
});
