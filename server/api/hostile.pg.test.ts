import type { AnyProcedure } from '@trpc/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type ApiWorld, createApiWorld, TEST_URL } from '../testing/api-world';
import { type Fields, sampleInputs } from '../testing/sample-inputs';
import { handleTrpc } from './http/handle-trpc';
import { appRouter } from './root';

let world: ApiWorld;
let fields: Fields;
beforeAll(async () => {
  world = await createApiWorld();
  const made = await world.call(
    'workflow.create',
    { opId: 'hostile-1', name: 'Target' },
    world.project.people.admin.token,
  );
  const { workflow, tag, version } = made.data as Record<string, { id: string }>;
  fields = {
    projectId: world.project.id,
    workflowId: workflow?.id,
    tagId: tag?.id,
    moveTagId: tag?.id,
    parent: version?.id,
    versionId: version?.id,
    versionIds: [version?.id],
    head: version?.id,
    headId: version?.id,
    ours: version?.id,
    theirs: version?.id,
    fromTagId: tag?.id,
    fromVersionId: version?.id,
    runId: version?.id,
    snapshotId: version?.id,
    versionHash: 'f'.repeat(64),
    name: 'sample',
    tag: 'main',
    ops: [{ op: 'add', path: '/nodes/sample', value: { type: 'noop' } }],
    source: { nodes: [], connections: {} },
  };
});
afterAll(() => world.close());

const deep = `${'['.repeat(20_000)}1${']'.repeat(20_000)}`;
/** JSON texts that a field may be given, whatever it is. */
const hostile = [
  'null',
  '-1',
  '1e400',
  '""',
  '"a\\u0000bcdefghij"',
  '"\\ud800abcdefghij"',
  '"\'; drop table project; --"',
  '[[]]',
  '{"__proto__":{"polluted":true}}',
];
/** For the fields that take any value. */
const values = [
  ...hostile,
  '{"constructor":{"prototype":{"polluted":true}}}',
  '[{"op":"add","path":"/__proto__/polluted","value":true}]',
  '[{"op":"add","path":"/~2","value":true}]',
  `"${'x'.repeat(100_000)}"`,
  deep,
  `[{"op":"add","path":"/nodes/a","value":${deep}}]`,
  `{"nodes":[{"parameters":${deep}}],"connections":{}}`,
];
const open = ['ops', 'source', 'document', 'input'];

const rows = Object.entries(
  appRouter._def.procedures as unknown as Record<string, AnyProcedure>,
).map(([path, procedure]) => {
  const { inputs } = procedure._def as unknown as { inputs: z.ZodType[] };
  return { path, input: inputs[0] ?? z.object({}) };
});

/** Fields that a sample leaves out. */
function optional(input: z.ZodType): string[] {
  const text = JSON.stringify(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }));
  return ['cursor', 'message', 'limit', 'search', 'fileName', 'days', ...open].filter((name) =>
    text.includes(`"${name}":`),
  );
}

async function send(path: string, body: string): Promise<{ status: number; text: string }> {
  const response = await handleTrpc(
    new Request(`${TEST_URL}/api/trpc/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...world.project.people.admin.token },
      body,
    }),
    world.db,
  );
  return { status: response.status, text: await response.text() };
}

const leaks = /\bselect\b|\binsert into\b|violates|syntax error|node_modules|at .*\.ts:\d|stack"/i;

/** Every failure has a code and words of its own; nothing is a defect. */
function expectWords({ status, text }: { status: number; text: string }, asked: string): void {
  expect(text, asked).not.toMatch(leaks);
  expect(status, `${asked} -> ${text.slice(0, 300)}`).toBeLessThan(500);
  if (status === 200) return;
  const { error } = JSON.parse(text) as { error: { message: string; data: { code: string } } };
  expect(error.data.code, asked).toMatch(/^[a-z_]+$/);
  expect(error.message.length, asked).toBeGreaterThan(5);
}

describe('[S25] [P2] hostile input is refused in words', () => {
  test.each(rows)('$path', async ({ path, input }) => {
    for (const body of values) expectWords(await send(path, body), `${path} ${body.slice(0, 60)}`);
    const samples = sampleInputs(input, fields);
    const names = new Set(
      samples.flatMap((sample) => [...Object.keys(sample), ...optional(input)]),
    );
    for (const name of names) {
      const sample = samples.find((one) => name in one) ?? samples[0];
      const rest = JSON.stringify({ ...sample, [name]: undefined }).slice(0, -1);
      for (const value of open.includes(name) ? values : hostile) {
        const body = `${rest}${rest === '{' ? '' : ','}"${name}":${value}}`;
        expectWords(await send(path, body), `${path} ${name}=${value.slice(0, 60)}`);
      }
    }
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});
