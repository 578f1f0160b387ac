import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DomainError } from '@core/errors';
import { exportN8n } from '@core/import/n8n/export-n8n';
import { exportReactFlow } from '@core/import/react-flow/export-react-flow';
import { exportStemma } from '@core/import/stemma/import-stemma';
import { LIMITS } from '@core/limits';
import { newId } from '../db/uuid';
import { fixture } from '../testing/fixtures';
import type { TestProject } from '../testing/project';
import { added, createStoreWorld, type StoreWorld } from '../testing/store-world';
import { getVersion } from './get-version';
import { importAgain, type ImportAgainArgs } from './import-again';
import { importWorkflow } from './import-workflow';
import { undo } from './undo';

let world: StoreWorld;
beforeAll(async () => {
  world = await createStoreWorld();
});
afterAll(() => world.close());

const FLOW = 'answers-9.react-flow.json';

type Change = Partial<ImportAgainArgs> & { source: unknown; user?: string };

async function bring(source: unknown, project = world.project) {
  const made = await project.run((trx) => importWorkflow(trx, project.by({ source })));
  return { workflow: made.workflow, tagId: made.tag.id, first: made.version };
}

function again(tagId: string, { user, ...args }: Change, project: TestProject = world.project) {
  const by = project.by({ ref: { tagId }, ...args }, user);
  return project.run((trx) => importAgain(trx, by), user);
}

async function committed(tagId: string, change: Change) {
  const result = await again(tagId, change);
  if (result.status !== 'committed') throw new Error(`It was answered ${result.status}.`);
  return result;
}

async function refused(work: () => Promise<unknown>): Promise<string> {
  const before = await world.counts();
  const error: unknown = await work().then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DomainError);
  expect(added(before, await world.counts())).toEqual({});
  return (error as DomainError).code;
}

async function documentOf(tagId: string) {
  const { projectId, userId } = world.project.by({});
  const view = await world.project.run((trx) => getVersion(trx, { projectId, userId, tagId }));
  return view.document;
}

async function opsOf(versionId: string): Promise<{ op: string; path: string }[]> {
  const [row] = await world.sql<{ ops: string }>(
    `select convert_from(b.bytes, 'UTF8') as ops from artifact a
     join cas_blob b using (project_id, cas_id) where a.id = $1`,
    [versionId],
  );
  return JSON.parse(row!.ops) as { op: string; path: string }[];
}

/** The fixture, changed by hand. */
function changed(edit: (file: FlowFile) => void): FlowFile {
  const file = fixture(FLOW) as unknown as FlowFile;
  edit(file);
  return file;
}
interface FlowFile {
  nodes: { id: string; position: { x: number }; data: { label: string; inputs: object } }[];
  edges: { id: string }[];
}
const rename = (name: string) => changed((file) => (file.nodes[0]!.data.label = name));

describe('[D6] a file imported again is one patch of what differs', () => {
  test('React Flow: a changed setting is one op, and the branch exports the new file', async () => {
    const { workflow, tagId, first } = await bring(fixture(FLOW));
    const source = changed((file) => {
      file.nodes[0]!.data.inputs = { modelName: 'small-3', temperature: 0.2 };
      file.nodes.splice(3, 1);
      file.edges.splice(1, 1);
    });
    const before = await world.counts();
    const result = await committed(tagId, { source, fileName: 'answers.json' });
    expect(result).toMatchObject({
      workflow,
      message: 'Import answers.json',
      version: { parentId: first.id, kind: 'patch_set', depth: 1 },
      tag: { seq: 2 },
      undo: { undo: { message: 'Import answers.json' } },
      report: { format: 'react-flow', matched: 8 },
    });
    expect(added(before, await world.counts())).toEqual({
      artifact: 1,
      cas_blob: 1,
      patch_chain_member: 1,
      tag_move: 1,
    });
    const ops = await opsOf(result.version.id);
    expect(ops.map(({ op, path }) => `${op} ${path.replace(/_[0-9a-z]{4}(?=\/|$)/, '')}`)).toEqual([
      'remove /edges/search_the_tickets_answer',
      'remove /nodes/search_the_tickets',
      'replace /nodes/answering_model/config/inputs/modelName',
    ]);
    expect(exportReactFlow(await documentOf(tagId))).toEqual(source);
  });

  test('[T2] it is undone and redone like an edit', async () => {
    const { tagId, first } = await bring(fixture(FLOW));
    await committed(tagId, { source: rename('Renamed') });
    const by = world.project.by({ ref: { tagId } });
    const undone = await world.project.run((trx) => undo(trx, by));
    expect(undone.version.id).toBe(first.id);
  });

  test.each([
    [FLOW, exportReactFlow],
    ['inbox-12.n8n.json', exportN8n],
    ['orders-60.n8n.json', exportN8n],
  ])('%s again, as it came and as it is exported, changes nothing', async (name, write) => {
    const { tagId, first } = await bring(fixture(name));
    const before = await world.counts();
    for (const source of [fixture(name), write(await documentOf(tagId))]) {
      const result = await again(tagId, { source });
      expect(result).toMatchObject({ status: 'unchanged', version: { id: first.id } });
    }
    expect(added(before, await world.counts())).toEqual({});
  });

  test('n8n: what changed in n8n is found by its id', async () => {
    const { tagId } = await bring(fixture('leads-8.n8n.json'));
    const source = fixture('leads-8.n8n.json');
    (source.nodes as { name: string; type: string; position: number[] }[])[0]!.position = [7, 7];
    const { version } = await committed(tagId, { source });
    const ops = await opsOf(version.id);
    expect(ops.map(({ op, path }) => `${op} ${path.split('/').slice(3).join('/')}`)).toEqual([
      'replace ext/n8n/node/position',
      'replace position',
    ]);
    expect(exportN8n(await documentOf(tagId))).toEqual(source);
  });

  test('Stemma: an older version comes back as a patch, with the same ids', async () => {
    const { tagId } = await bring(fixture(FLOW));
    const old = await documentOf(tagId);
    await committed(tagId, { source: rename('Renamed') });
    const { version } = await committed(tagId, { source: exportStemma(old) });
    expect(await opsOf(version.id)).toHaveLength(1);
    expect(await documentOf(tagId)).toEqual(old);
  });
});

describe('[V5] a file that follows an older version of the branch', () => {
  /** Ben has renamed and moved a node since the import. */
  async function story() {
    const { tagId, first } = await bring(fixture(FLOW));
    const { nodes } = await documentOf(tagId);
    const node = Object.keys(nodes).find((id) => nodes[id]?.name === 'Answering model')!;
    const edit = await world.project.commit({
      tagId,
      parent: first.id,
      ops: [
        { op: 'replace', path: `/nodes/${node}/name`, value: 'Ben’s' },
        { op: 'replace', path: `/nodes/${node}/position`, value: { x: 9, y: 9 } },
      ],
      message: 'Ben’s edit',
      user: world.project.ben,
    });
    return { tagId, first, node, head: edit.version.id };
  }

  test('leaves what others did since', async () => {
    const { tagId, first, node, head } = await story();
    const source = changed((file) => (file.nodes[1]!.position.x = 5));
    const { version } = await committed(tagId, { source, parent: first.id });
    expect(version.parentId).toBe(head);
    const { nodes } = await documentOf(tagId);
    expect(nodes[node]).toMatchObject({ name: 'Ben’s', position: { x: 9, y: 9 } });
    const moved = Object.values(nodes).find(({ name }) => name === 'Conversation');
    expect(moved?.position?.x).toBe(5);
  });

  test('is in conflict where both changed the same, and stores nothing', async () => {
    const { tagId, first, node, head } = await story();
    const before = await world.counts();
    const result = await again(tagId, { source: rename('Ours'), parent: first.id });
    expect(result).toMatchObject({
      status: 'conflict',
      tag: { target: head },
      conflicts: [
        {
          kind: 'field',
          unit: `/nodes/${node}/name`,
          mine: { value: 'Ours', author: { name: 'Ada' } },
          theirs: { value: 'Ben’s', author: { name: 'Ben' }, message: 'Ben’s edit' },
        },
      ],
    });
    expect(added(before, await world.counts())).toEqual({});
  });

  test('without a parent the file is the whole truth about the branch', async () => {
    const { tagId, node } = await story();
    await committed(tagId, { source: rename('Ours') });
    expect((await documentOf(tagId)).nodes[node]).toMatchObject({
      name: 'Ours',
      position: { x: 402.5, y: 118.25 },
    });
  });

  test('a parent that was never on the branch is refused', async () => {
    const { tagId } = await story();
    const other = await bring(fixture(FLOW));
    const parent = other.first.id;
    expect(await refused(() => again(tagId, { source: rename('Ours'), parent }))).toBe(
      'parent_not_on_tag',
    );
  });
});

describe('what is refused stores nothing', () => {
  test('[A3] a protected branch', async () => {
    const { tagId } = await bring(fixture(FLOW));
    await world.sql('update tag set protected = true where id = $1', [tagId]);
    expect(await refused(() => again(tagId, { source: rename('Ours') }))).toBe('forbidden');
  });

  test('[A2] a branch of another project', async () => {
    const other = await world.addProject('Theirs');
    const { tagId } = await bring(fixture(FLOW));
    expect(await refused(() => again(tagId, { source: fixture(FLOW) }, other))).toBe('not_found');
    expect(await refused(() => again(newId(), { source: fixture(FLOW) }))).toBe('not_found');
  });

  test.each([
    ['a number', 7, 'import_refused'],
    ['no nodes', { edges: [] }, 'import_refused'],
    ['half a character', { ...fixture(FLOW), description: '\ud800' }, 'import_refused'],
    ['a bottomless file', deep(20_000), 'import_refused'],
    ['8 MB', { ...fixture(FLOW), more: 'x'.repeat(LIMITS.documentBytes) }, 'limit_exceeded'],
  ])('[D5][P2] %s', async (_, source, code) => {
    const { tagId } = await bring(fixture(FLOW));
    expect(await refused(() => again(tagId, { source }))).toBe(code);
  });

  test('[D5] a file name that is no text', async () => {
    const { tagId } = await bring(fixture(FLOW));
    const args = { source: rename('Ours'), fileName: 'a\0b' };
    expect(await refused(() => again(tagId, args))).toBe('invalid_json');
    const by = world.project.by(args);
    expect(await refused(() => world.project.run((trx) => importWorkflow(trx, by)))).toBe(
      'invalid_json',
    );
  });
});

test('[P2] the caps of an edit do not bind it, only that of the document', async () => {
  const { tagId } = await bring(fixture(FLOW));
  const more = Array.from({ length: 3 }, () => 'x'.repeat(LIMITS.patchBytes));
  const source = { ...fixture(FLOW), more };
  const { version } = await committed(tagId, { source });
  expect(exportReactFlow(await documentOf(tagId))).toEqual(source);
  expect(await opsOf(version.id)).toHaveLength(1);
});

test('[V4] a retry gets the first answer, another file under the same op_id is refused', async () => {
  const { tagId } = await bring(fixture(FLOW));
  const opId = newId();
  const first = await committed(tagId, { source: rename('One'), opId });
  await committed(tagId, { source: rename('Two') });
  expect(await again(tagId, { source: rename('One'), opId })).toEqual(first);
  expect(await refused(() => again(tagId, { source: rename('Two'), opId }))).toBe('op_id_reused');
});

test('[V3] imports at the same time wait for each other: each is one patch on the one before', async () => {
  const { tagId } = await bring(fixture(FLOW));
  const results = await Promise.all(
    Array.from({ length: 5 }, (_, n) => committed(tagId, { source: rename(`Name ${n}`) })),
  );
  const seqs = results.map(({ tag }) => tag.seq).sort((a, b) => a - b);
  expect(seqs).toEqual([2, 3, 4, 5, 6]);
  const last = results.find(({ tag }) => tag.seq === 6)!;
  expect(await documentOf(tagId)).toEqual(last.document);
});

function deep(levels: number): unknown {
  return JSON.parse(`{"nodes":${'['.repeat(levels)}${']'.repeat(levels)}}`);
}
