import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeDatabase, type Database, openDatabase } from '../db/database';
import { health } from '../auth/health';
import { type ApiWorld, createApiWorld, TEST_URL } from '../testing/api-world';
import { handleTrpc } from './http/handle-trpc';
import { appRouter } from './root';

let world: ApiWorld;
beforeAll(async () => {
  world = await createApiWorld();
});
afterAll(() => world.close());

const id = '0199a000-0000-7000-8000-000000000000';
/** Enough for every procedure to get past its schema. */
const input = {
  opId: 'defect-0001',
  name: 'x',
  settings: {},
  tagId: id,
  parent: id,
  workflowId: id,
  versionId: id,
  versionIds: [id],
  head: id,
  headId: id,
  ours: id,
  theirs: id,
  fromTagId: id,
  fromVersionId: id,
  runId: id,
  format: 'n8n',
  before: { versionId: id },
  after: { versionId: id },
  ops: [],
  source: { nodes: [], connections: {} },
};

async function ask(db: Database, path: string) {
  const response = await handleTrpc(
    new Request(`${TEST_URL}/api/trpc/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...world.project.people.admin.cookie },
      body: JSON.stringify({ projectId: world.project.id, ...input }),
    }),
    db,
  );
  return { status: response.status, text: await response.text() };
}

describe('[S25] a defect inside', () => {
  const paths = Object.keys(appRouter._def.procedures).filter((path) => path !== 'system.health');
  test.each(paths)('%s says a correlation id and nothing else', async (path) => {
    const thrown = new Error('select secret from "t" where x = 1');
    const connect = () => Promise.reject(thrown);
    const query = world.db.pool.query.bind(world.db.pool);
    const pool: Database['pool'] = Object.create(world.db.pool, {
      connect: { value: connect },
      query: { value: query },
    });
    const { status, text } = await ask({ pool }, path);
    expect(status).toBe(500);
    expect(JSON.parse(text)).toMatchObject({
      error: { message: 'Something went wrong on our side.', data: { code: 'internal' } },
    });
    expect(text).toMatch(/"correlationId":"[0-9a-f-]{36}"/);
    expect(text).not.toMatch(/secret|select|stack|\.ts/);
  });
});

test('a database that is away is said so, and health says it too', async () => {
  const db = openDatabase({ url: 'postgres://nobody:x@127.0.0.1:1/none', max: 1 });
  const { status, text } = await ask(db, 'project.list');
  expect(status).toBe(503);
  expect(JSON.parse(text)).toMatchObject({ error: { data: { code: 'unavailable' } } });
  expect(await health(db)).toEqual({ ok: false, database: false, setup: false });
  await closeDatabase(db);
});
