import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleOptions } from '../scripts/lib/bundle.mjs';
import { type ApiWorld, createApiWorld } from '../server/testing/api-world';

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

test('demo can be repeated', async () => {
  expect(await stemma('demo')).toMatchObject({ code: 0, stderr: '' });
  expect(await stemma('demo')).toMatchObject({ code: 0, stderr: '' });
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
