import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiWorld, createApiWorld, TEST_URL } from '../../testing/api-world';
import { handleTrpc } from './handle-trpc';

let world: ApiWorld;
beforeAll(async () => {
  world = await createApiWorld();
});
afterAll(() => world.close());

interface Asked {
  path?: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string | ReadableStream<Uint8Array>;
}

async function ask({ path = 'project.create', method = 'POST', headers = {}, body }: Asked) {
  const init = { method, headers, ...(body !== undefined && { body, duplex: 'half' }) };
  const response = await handleTrpc(new Request(`${TEST_URL}/api/trpc/${path}`, init), world.db);
  const answer = (await response.json()) as { error?: { data: { code: string } } };
  return [response.status, answer.error?.data.code];
}

const json = { 'content-type': 'application/json' };
let counter = 0;
const create = () =>
  JSON.stringify({ opId: `guard-op-${String((counter += 1))}`, name: 'Guarded' });

describe('[A4] [S6] cookie calls', () => {
  const asPerson = (headers: Record<string, string>) => ({
    cookie: world.project.people.admin.cookie.cookie!,
    ...headers,
  });

  test('need our exact origin', async () => {
    for (const origin of [
      'null',
      'https://evil.example',
      `${TEST_URL}.evil.example`,
      'http://127.0.0.1:4000',
      'https://127.0.0.1:3999',
    ]) {
      const headers = asPerson({ ...json, origin });
      expect(await ask({ headers, body: create() })).toEqual([403, 'foreign_origin']);
    }
    const bare = asPerson(json);
    expect(await ask({ headers: bare, body: create() })).toEqual([403, 'foreign_origin']);
    const site = { ...bare, 'sec-fetch-site': 'same-origin' };
    expect((await ask({ headers: site, body: create() }))[0]).toBe(200);
    const lookalike = { ...site, origin: 'https://evil.example' };
    expect(await ask({ headers: lookalike, body: create() })).toEqual([403, 'foreign_origin']);
    const localhost = { ...bare, origin: 'http://localhost:3999' };
    expect((await ask({ headers: localhost, body: create() }))[0]).toBe(200);
  });

  test('never change anything by GET, and are not read from other sites', async () => {
    const input = encodeURIComponent(create());
    const path = `project.create?input=${input}`;
    const headers = asPerson({ origin: TEST_URL });
    expect(await ask({ path, method: 'GET', headers })).toEqual([405, 'method_not_allowed']);
    const cross = asPerson({ 'sec-fetch-site': 'cross-site' });
    const list = { path: 'project.list', method: 'GET' };
    expect(await ask({ ...list, headers: cross })).toEqual([403, 'foreign_origin']);
    expect((await ask({ ...list, headers: asPerson({}) }))[0]).toBe(200);
  });

  test('are JSON and nothing a form can send', async () => {
    for (const type of [
      'multipart/form-data; boundary=x',
      'application/octet-stream',
      'application/x-www-form-urlencoded',
      'text/plain',
      'text/plain; application/json',
    ]) {
      const headers = asPerson({ origin: TEST_URL, 'content-type': type });
      expect(await ask({ headers, body: create() })).toEqual([415, 'unsupported_media_type']);
    }
    const untyped = {
      headers: asPerson({ origin: TEST_URL }),
      body: new Blob([create()]).stream(),
    };
    expect(await ask(untyped)).toEqual([415, 'unsupported_media_type']);
  });
});

test('[A4] a bearer token needs no origin, and cookies beside it are ignored', async () => {
  const { people } = world.project;
  const good = { ...json, ...people.viewer.token };
  expect((await ask({ path: 'project.list', headers: good, body: '{}' }))[0]).toBe(200);
  expect((await ask({ path: 'project.members', headers: good }))[0]).toBe(200);
  const bad = { ...json, authorization: 'Bearer stm_nonsense', ...people.admin.cookie };
  expect(await ask({ path: 'project.list', headers: bad, body: '{}' })).toEqual([
    401,
    'sign_in_needed',
  ]);
});

test('[P2] bodies are capped while they are read', async () => {
  const headers = { ...json, ...world.project.people.admin.token };
  let pulled = 0;
  const chunk = new Uint8Array(256 * 1024).fill(32);
  const endless = () =>
    new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(chunk);
      },
    });
  expect(await ask({ headers, body: endless() })).toEqual([413, 'limit_exceeded']);
  expect(pulled).toBeLessThan(16);
  const announced = { ...headers, 'content-length': String(3 * 1024 * 1024) };
  expect(await ask({ headers: announced, body: create() })).toEqual([413, 'limit_exceeded']);
  pulled = 0;
  expect(await ask({ path: 'workflow.import', headers, body: endless() })).toEqual([
    413,
    'limit_exceeded',
  ]);
  expect(pulled).toBeGreaterThan(79);
  const mixed = { path: 'workflow.import,project.create?batch=1', headers, body: endless() };
  pulled = 0;
  expect((await ask(mixed))[0]).toBe(413);
  expect(pulled).toBeLessThan(16);
});

test('batches have at most ten calls', async () => {
  const headers = { ...json, ...world.project.people.admin.token };
  const path = `${Array.from({ length: 11 }, () => 'project.list').join(',')}?batch=1`;
  expect(await ask({ path, headers, body: '{}' })).toEqual([400, 'invalid_input']);
});

test('[S25] nonsense is answered in words', async () => {
  const headers = { ...json, ...world.project.people.admin.token };
  expect(await ask({ headers, body: '{' })).toEqual([400, 'invalid_input']);
  expect(await ask({ headers, body: '[]' })).toEqual([400, 'invalid_input']);
  const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
  expect(await ask({ headers, body: deep })).toEqual([400, 'invalid_input']);
  expect(await ask({ path: 'no.such', headers, body: '{}' })).toEqual([404, 'not_found']);
  expect(await ask({ path: '%E0%A4%A', headers, body: '{}' })).toEqual([400, 'invalid_input']);
  expect(await ask({ path: '__proto__', headers, body: '{}' })).toEqual([404, 'not_found']);
});
