import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleOptions } from '../scripts/lib/bundle.mjs';
import { openSession } from '../server/auth/open-session';
import { sessionCookie } from '../server/auth/session-cookie';
import { type ApiWorld, createApiWorld, TEST_URL } from '../server/testing/api-world';

const root = new URL('..', import.meta.url).pathname;
let world: ApiWorld;
let folder: string;
beforeAll(async () => {
  world = await createApiWorld();
  folder = await mkdtemp(join(root, 'node_modules/.stemma-cli-'));
  await build(bundleOptions('stemma', folder) as BuildOptions);
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await world.close();
});

interface Run {
  code: number;
  stdout: string;
  stderr: string;
}

/** The command line as the launcher starts it: a bundle in a process of its own. */
function stemma(...args: string[]): Promise<Run> {
  const env = {
    ...process.env,
    DATABASE_URL: world.database.ownerUrl,
    APP_DATABASE_URL: world.database.appUrl,
  };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(folder, 'stemma.mjs'), ...args],
      { env },
      (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
      },
    );
  });
}

async function makeToken(email: string, role: string): Promise<{ authorization: string }> {
  const args = ['token', '--email', email, '--role', role, '--project', 'By command'];
  const { code, stdout, stderr } = await stemma(...args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^stm_[\w-]{43}\n$/);
  return { authorization: `Bearer ${stdout.trim()}` };
}

test('token creates what is missing and prints only a token that works', async () => {
  const admin = await makeToken('ada.lovelace@example.org', 'admin');
  const viewer = await makeToken('ben@example.org', 'viewer');
  const projects = await world.call('project.list', {}, admin);
  expect(projects.data).toMatchObject([{ name: 'By command', role: 'admin' }]);
  const members = await world.call('project.members', {}, viewer);
  expect(members.data).toMatchObject([
    { name: 'Ada Lovelace', role: 'admin' },
    { name: 'Ben', role: 'viewer' },
  ]);
});

test('[S5] a token never grants more than its person still has', async () => {
  const admin = await makeToken('ada.lovelace@example.org', 'admin');
  const asViewer = await makeToken('ada.lovelace@example.org', 'viewer');
  expect((await world.call('project.get', {}, asViewer)).data).toMatchObject({ role: 'viewer' });
  const analyst = await makeToken('carl@example.org', 'analyst');
  expect((await world.call('project.get', {}, analyst)).data).toMatchObject({ role: 'analyst' });
  expect((await world.call('project.get', {}, admin)).data).toMatchObject({ role: 'admin' });
});

test('demo makes a workflow with a history, once, that can run', async () => {
  expect(await stemma('demo')).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(await stemma('demo')).toEqual({ code: 0, stdout: '', stderr: '' });
  const { rows } = await world.db.pool.query<{ id: string }>(
    `select id from auth."user" where email = 'ada@demo.example'`,
  );
  const session = await openSession(world.db, { userId: rows[0]?.id ?? '' });
  const ada = { origin: TEST_URL, cookie: sessionCookie(session) };
  const [project] = (await world.call('project.list', {}, ada)).data as { id: string }[];
  expect(project).toMatchObject({ name: 'Demo', demo: true, workflows: 1, role: 'admin' });
  const projectId = project?.id;
  const list = await world.call('workflow.list', { projectId }, ada);
  const [workflow] = (list.data as { items: { id: string }[] }).items;
  expect(workflow).toMatchObject({ name: 'Qualify new leads', nodesCount: 9 });
  const main = { projectId, workflowId: workflow?.id, tag: 'main' };
  const moves = await world.call('tag.moves', main, ada);
  expect((moves.data as { items: unknown[] }).items).toHaveLength(7);
  const run = await world.call('run.submit', { ...main, opId: 'demo-run-1' }, ada);
  expect(run.data).toMatchObject({ status: 'QUEUED', snapshot: 'built' });
});

test('[V4] the demo of an earlier release stays as it is', async () => {
  expect((await stemma('demo')).code).toBe(0);
  const client = new pg.Client(world.database.superUrl);
  await client.connect();
  const workflows = 'select count(*)::int as n from workflow';
  const before = (await client.query<{ n: number }>(workflows)).rows;
  await client.query('set session_replication_role = replica');
  const other = `update audit set request_hash = sha256('other') where op_id = 'demo-import'`;
  expect((await client.query(other)).rowCount).toBe(1);
  expect(await stemma('demo')).toEqual({ code: 0, stdout: '', stderr: '' });
  expect((await client.query<{ n: number }>(workflows)).rows).toEqual(before);
  await client.end();
});

test('misuse is said in words, with exit code 2', async () => {
  expect(await stemma('nope')).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining('nope'),
  });
  expect(await stemma('token', '--role', 'king')).toMatchObject({ code: 2, stdout: '' });
  expect(await stemma('token', '--colour', 'red')).toMatchObject({ code: 2, stdout: '' });
  expect(await stemma('help')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('token --email'),
  });
});
