import { randomUUID } from 'node:crypto';
import type { AnyProcedure } from '@trpc/server';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Role } from '../auth/role';
import { anonymous, type ApiWorld, createApiWorld } from '../testing/api-world';
import { type Fields, sampleInputs } from '../testing/sample-inputs';
import { appRouter } from './root';
import type { Access, Meta } from './trpc';

const roles = ['viewer', 'analyst', 'reviewer', 'admin'] as const satisfies Role[];

interface Row {
  path: string;
  type: string;
  access: Access;
  input: z.ZodType;
}

const rows: Row[] = Object.entries(
  appRouter._def.procedures as unknown as Record<string, AnyProcedure>,
).map(([path, procedure]) => {
  const { meta, inputs, type } = procedure._def as unknown as {
    meta?: Meta;
    inputs: z.ZodType[];
    type: string;
  };
  return { path, type, access: meta?.access as Access, input: inputs[0] ?? z.object({}) };
});
const tenant = rows.filter((row) => typeof row.access !== 'string');
const signedIn = rows.filter((row) => row.access === 'signed-in');

let world: ApiWorld;
let ours: ApiWorld['project'];
let theirs: ApiWorld['project'];
let victim: Fields;
beforeAll(async () => {
  world = await createApiWorld();
  ours = world.project;
  theirs = await world.addProject('Canary');
  victim = await seed();
});
afterAll(() => world.close());

/** Things of their project, by the names that input fields have. */
async function seed(): Promise<Fields> {
  const admin = theirs.people.admin.token;
  const call = async (path: string, input: Record<string, unknown>) => {
    const answer = await world.call(path, { opId: randomUUID(), ...input }, admin);
    expect(answer.error).toBeUndefined();
    return answer.data as Made;
  };
  const { workflow, tag, version } = await call('workflow.create', { name: 'Canary workflow' });
  const node = { type: 'noop', name: 'Canary node' };
  const edit = await call('patch.append', {
    tagId: tag.id,
    parent: version.id,
    source: { nodes: [], connections: {} },
    ops: [{ op: 'add', path: '/nodes/canary', value: node }],
  });
  const branch = { workflowId: workflow.id, name: 'canary', versionId: version.id };
  await call('tag.create', branch);
  const run = await call('run.submit', { tagId: tag.id });
  return {
    ...plain,
    projectId: theirs.id,
    workflowId: workflow.id,
    tagId: tag.id,
    moveTagId: tag.id,
    parent: edit.version.id,
    versionId: edit.version.id,
    versionIds: [edit.version.id, version.id],
    head: edit.version.id,
    headId: edit.version.id,
    ours: edit.version.id,
    theirs: edit.version.id,
    fromTagId: tag.id,
    fromVersionId: edit.version.id,
    runId: run.id,
    snapshotId: run.snapshotId,
    versionHash: edit.version.versionHash,
  };
}

interface Made {
  id: string;
  snapshotId: string;
  workflow: { id: string };
  tag: { id: string };
  version: { id: string; versionHash: string };
}

/** Fields that name nothing of anybody's. */
const plain: Fields = {
  name: 'sample',
  tag: 'main',
  source: { nodes: [], connections: {} },
  ops: [{ op: 'add', path: '/nodes/sample', value: { type: 'noop' } }],
};

/** The same fields with ids that nobody has. */
function strange(fields: Fields): Fields {
  const other = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(other);
    if (typeof value !== 'string') return value;
    if (/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value)) return randomUUID();
    return /^[0-9a-f]{64}$/.test(value) ? 'f'.repeat(64) : value;
  };
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, other(value)]));
}

/** An answer without the ids that were asked for and those made for each error. */
function essence({ status, text }: { status: number; text: string }, asked: Fields): string {
  const ids = Object.values(asked)
    .flat()
    .filter((value) => typeof value === 'string' && value.length > 30);
  return ids.reduce<string>(
    (kept, id) => kept.replaceAll(String(id), '*'),
    `${String(status)} ${text}`,
  );
}

describe('[A3] every procedure', () => {
  test.each(rows)('$path declares who may call it', ({ path, access }) => {
    if (access === 'public') expect(path).toBe('system.health');
    else if (access === 'signed-in') expect(path).toMatch(/^project\.(list|create)$/);
    else expect(access.length).toBeGreaterThan(0);
  });

  test.each([...tenant, ...signedIn])('$path wants a caller', async ({ path, input }) => {
    for (const sample of sampleInputs(input, victim)) {
      const answer = await world.call(path, sample, anonymous);
      expect(answer).toMatchObject({ status: 401, error: { data: { code: 'sign_in_needed' } } });
    }
  });

  test.each(tenant)(
    '[S5] $path refuses each role it does not name',
    async ({ path, access, input }) => {
      const fields = { ...strange(victim), projectId: ours.id };
      for (const role of roles) {
        for (const caller of [ours.people[role].cookie, ours.people[role].token]) {
          const [sample] = sampleInputs(input, fields);
          const { status, error } = await world.call(path, sample, caller);
          const code = error?.data.code;
          if (access.includes(role))
            expect(code ?? '').not.toMatch(/forbidden|sign_in_needed|internal/);
          else expect([status, code]).toEqual([403, 'forbidden']);
        }
      }
    },
  );
});

describe('[S1] nobody learns of another project', () => {
  test.each(tenant)('$path: its project looks like none', async ({ path, input }) => {
    const nobody = strange(victim);
    for (const caller of [ours.people.admin.cookie, ours.people.admin.token]) {
      const real = sampleInputs(input, victim);
      const made = sampleInputs(input, nobody);
      for (const [n, sample] of real.entries()) {
        const answer = await world.call(path, sample, caller);
        const control = await world.call(path, made[n], caller);
        expect(answer).toMatchObject({ status: 404, error: { data: { code: 'not_found' } } });
        expect(essence(answer, victim)).toBe(essence(control, nobody));
      }
    }
  });

  test.each(tenant)(
    '$path: its things look like none from inside ours',
    async ({ path, input }) => {
      const theirThings = { ...victim, projectId: ours.id };
      const noThings = { ...strange(victim), projectId: ours.id };
      for (const caller of [ours.people.admin.cookie, ours.people.admin.token]) {
        const real = sampleInputs(input, theirThings);
        const made = sampleInputs(input, noThings);
        for (const [n, sample] of real.entries()) {
          const answer = await world.call(path, sample, caller);
          expect(answer.text).not.toContain('Canary');
          if (!usesIds(sample)) continue;
          const control = await world.call(path, made[n], caller);
          expect(essence(answer, theirThings)).toBe(essence(control, noThings));
        }
      }
    },
  );
});

describe('[A5] its own people', () => {
  test.each(tenant)('$path finds what the other tests asked for', async ({ path, type, input }) => {
    for (const sample of sampleInputs(input, victim)) {
      const { error, data } = await world.call(path, sample, theirs.people.admin.cookie);
      expect(error?.data.code ?? '').not.toMatch(/not_found|forbidden|invalid_input|internal/);
      if (type === 'mutation' && wasDone(data)) {
        expect(await records(sample.opId)).toBeGreaterThan(0);
      }
    }
  });
});

/** Whether a mutation changed anything: an edit may find that it does not. */
function wasDone(data: unknown): boolean {
  const { status = '' } = (data ?? { status: 'conflict' }) as { status?: string };
  return !['unchanged', 'conflict'].includes(status);
}

/** Moves and audit rows that carry the op_id. */
async function records(opId: unknown): Promise<number> {
  const client = new pg.Client(world.database.superUrl);
  await client.connect();
  const { rows } = await client.query<{ n: number }>(
    `select (select count(*) from tag_move where op_id = $1)::int
          + (select count(*) from audit where op_id = $1)::int as n`,
    [opId],
  );
  await client.end();
  return rows[0]?.n ?? 0;
}

/** Whether a sample names anything besides the project. */
function usesIds(sample: Fields): boolean {
  return Object.entries(sample).some(
    ([name, value]) =>
      !['projectId', 'opId'].includes(name) && victim[name] === value && !(name in plain),
  );
}
