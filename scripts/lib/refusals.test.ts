import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { self } from './processes.mjs';
import { freePort } from './port.mjs';
import { readSecrets } from './secrets.mjs';

const program = fileURLToPath(new URL('../run.mjs', import.meta.url));
let parent: string;
let data: string;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'stemma-refusal-'));
  chmodSync(parent, 0o755);
  data = join(parent, 'data');
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

function start(env: Record<string, string>) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'start'], {
    encoding: 'utf8',
    timeout: 20_000,
    env: { PATH: process.env.PATH, NODE_ENV: 'test', STEMMA_DATA: data, ...env },
  });
  return { status, stdout, stderr };
}

test('a port in use is said before anything is started', async () => {
  const server = createServer().listen({ host: '127.0.0.1', port: 0 });
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  const { status, stdout, stderr } = start({ PORT: String(port) });
  server.close();
  expect(stderr).toContain(`Port ${String(port)} is in use by another program.`);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(existsSync(join(data, 'pg'))).toBe(false);
});

test('a data directory in use is said, with its user', async () => {
  mkdirSync(data);
  writeFileSync(join(data, 'app.lock'), JSON.stringify({ ...self(), port: 4321 }));
  const { status, stderr } = start({ PORT: String(await freePort()) });
  expect(stderr).toContain('This data directory is in use by another Stemma');
  expect(stderr).toContain(`process ${String(process.pid)} on http://127.0.0.1:4321`);
  expect(status).toBe(1);
});

test('a folder of something else is refused and left as it is', () => {
  mkdirSync(data, { mode: 0o755 });
  writeFileSync(join(data, 'letters.txt'), 'mine');
  const { status, stderr } = start({});
  expect(stderr).toContain('holds other files');
  expect(status).toBe(1);
  expect(statSync(data).mode & 0o777).toBe(0o755);
});

test('a PORT that is none is said', () => {
  expect(start({ PORT: 'eighty' }).stderr).toContain('PORT=eighty is no port');
});

test('secrets are made once and private, by however many at the same time', async () => {
  mkdirSync(data);
  const [first, second] = await Promise.all([readSecrets(data), readSecrets(data)]);
  expect(second).toEqual(first);
  const file = join(data, 'secrets.json');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(first);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(first.setupCode).toMatch(/^[A-Z2-9]{4}(-[A-Z2-9]{4}){2}$/);
});
