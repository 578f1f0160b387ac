import { chmodSync, mkdtempSync, realpathSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startHolder } from '../../../server/testing/cluster-holder';
import { openCluster } from './cluster.mjs';
import { removeCluster } from './remove.mjs';
import { findPostmaster } from './postmaster.mjs';
import { until } from '../processes.mjs';

let parent: string;
let folder: string;

beforeEach(() => {
  parent = mkdtempSync(join(realpathSync(tmpdir()), 'stemma-cluster-'));
  // As root the server has another account, which must be able to pass.
  chmodSync(parent, 0o755);
  folder = join(parent, 'pg');
});
afterEach(async () => {
  await removeCluster(folder);
  rmSync(parent, { recursive: true, force: true });
});

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url);
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const postmaster = () => findPostmaster(join(folder, 'data'));
const supervisor = () =>
  (JSON.parse(readFileSync(join(folder, 'supervisor.json'), 'utf8')) as { pid: number }).pid;

function killHard(pid: number | undefined): void {
  if (pid === undefined || pid <= 1) throw new Error('no such process');
  process.kill(pid, 'SIGKILL');
}

const serverEnds = () => until(15_000, () => postmaster() === undefined);
// Test clusters acknowledge early; what a kill must not lose is written before the answer.
const kept = 'set synchronous_commit = on; create table kept as select 42 as answer';
const readKept = 'select answer from kept';

test('two first starts at once: one creates the cluster, the other adopts it', async () => {
  const holders = await Promise.all([startHolder(folder), startHolder(folder)]);
  expect(holders.map((holder) => holder.started).sort()).toEqual([false, true]);
  expect(holders[0].url).toBe(holders[1].url);
  await Promise.all(holders.map((holder) => holder.letGo()));
  expect(postmaster()).toBeUndefined();
});

test('the cluster listens on loopback only, with checksums, and keeps its secrets private', async () => {
  const holder = await startHolder(folder);
  const [row] = await ask(
    holder.url,
    `select current_setting('listen_addresses') as listen, current_setting('unix_socket_directories') as sockets,
            current_setting('data_checksums') as checksums, current_setting('shared_preload_libraries') as preload`,
  );
  expect(row).toEqual({
    listen: '127.0.0.1',
    sockets: '',
    checksums: 'on',
    preload: 'pg_stat_statements',
  });
  expect(statSync(join(folder, 'state.json')).mode & 0o777).toBe(0o600);
  const wrong = new URL(holder.url);
  wrong.password = 'guess';
  await expect(ask(wrong.href, 'select 1')).rejects.toThrow(/password authentication failed/);
  await holder.letGo();
});

test('a borrower keeps the server that its starter lets go of', async () => {
  const starter = await startHolder(folder);
  const borrower = await startHolder(folder);
  await starter.letGo();
  expect(await ask(borrower.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await borrower.letGo();
  expect(postmaster()).toBeUndefined();
});

test('kill -9 of the only holder ends the server, and the next start has the data', async () => {
  const first = await startHolder(folder);
  await ask(first.url, kept);
  await first.kill();
  const second = await startHolder(folder);
  expect(await ask(second.url, readKept)).toEqual([{ answer: 42 }]);
  await second.kill();
  expect(await serverEnds()).toBe(true);
});

test('kill -9 of the server is told to its holder, and the next start recovers', async () => {
  const first = await startHolder(folder);
  await ask(first.url, kept);
  killHard(postmaster()?.pid);
  await first.died;
  await first.letGo();
  const second = await startHolder(folder);
  expect(second.started).toBe(true);
  expect(await ask(second.url, readKept)).toEqual([{ answer: 42 }]);
  await second.letGo();
});

test('kill -9 of the supervisor: the server goes on and still ends with its holder', async () => {
  const holder = await startHolder(folder);
  const before = supervisor();
  killHard(before);
  expect(await until(10_000, () => supervisor() !== before)).toBe(true);
  expect(await ask(holder.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await holder.kill();
  expect(await serverEnds()).toBe(true);
});

test('kill -9 of holder and supervisor leaves an orphan that the next start adopts and ends', async () => {
  const first = await startHolder(folder);
  killHard(supervisor());
  await first.kill();
  const second = await startHolder(folder);
  expect(second.started).toBe(false);
  await second.letGo();
  expect(postmaster()).toBeUndefined();
});

test('kill -9 of everything: the next start has the data', async () => {
  const first = await startHolder(folder);
  await ask(first.url, kept);
  killHard(supervisor());
  killHard(postmaster()?.pid);
  await first.kill();
  const second = await startHolder(folder);
  expect(await ask(second.url, readKept)).toEqual([{ answer: 42 }]);
  await second.letGo();
});

test.runIf(process.getuid?.() === 0)(
  'root in a folder closed to the server’s account: the data lives elsewhere',
  async () => {
    chmodSync(parent, 0o700);
    const first = await startHolder(folder);
    await ask(first.url, kept);
    await first.letGo();
    // A folder opened later must not make a new, empty cluster.
    chmodSync(parent, 0o755);
    const second = await startHolder(folder);
    expect(await ask(second.url, readKept)).toEqual([{ answer: 42 }]);
    await second.letGo();
  },
);

test('vanished database files are said, not replaced by an empty database', async () => {
  const first = await startHolder(folder);
  await first.letGo();
  rmSync(join(folder, 'data'), { recursive: true });
  await expect(openCluster(folder)).rejects.toThrow(/The database files are gone/);
});

test('a lost state file costs nothing but the old password', async () => {
  const first = await startHolder(folder);
  await ask(first.url, kept);
  await first.letGo();
  rmSync(join(folder, 'state.json'));
  const second = await startHolder(folder);
  expect(second.url).not.toBe(first.url);
  expect(await ask(second.url, readKept)).toEqual([{ answer: 42 }]);
  await second.letGo();
});
