import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DomainError } from '@core/errors';
import { LIMITS } from '@core/limits';
import { newId } from '../db/uuid';
import { hostileOp, runs } from '../testing/arbitraries';
import { smallDocument } from '../testing/documents';
import { nudge, type TestProject } from '../testing/project';
import { createStoreWorld, type StoreWorld } from '../testing/store-world';
import { appendPatch } from './append-patch';
import { compact } from './compact';
import { archiveWorkflow, renameWorkflow } from './change-workflow';
import { createTag } from './create-tag';
import { createWorkflow } from './create-workflow';
import { exportWorkflow } from './export-workflow';
import { getTag } from './get-tag';
import { getVersion } from './get-version';
import { getWorkflow } from './get-workflow';
import { importWorkflow } from './import-workflow';
import { listDescendants } from './list-descendants';
import { listMoves } from './list-moves';
import { listTags } from './list-tags';
import { resolveChains } from './resolve-chains';
import { redo, undo } from './undo';

let world: StoreWorld;
let branch: { workflowId: string; tagId: string; head: string };
beforeAll(async () => {
  world = await createStoreWorld();
  const { workflowId, tagId, versionId } = await world.project.workflow();
  const { version } = await world.project.commit({ tagId, parent: versionId });
  branch = { workflowId, tagId, head: version.id };
});
afterAll(() => world.close());

/** The work is refused with a code, stores nothing and leaves the branch and its document alone. */
async function refused(work: () => Promise<unknown>): Promise<string> {
  const before = await state();
  const error = await work().then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(await state()).toEqual(before);
  if (error instanceof DomainError) return error.code;
  throw new Error('Not refused, or with no words for it.', { cause: error });
}

async function state() {
  const { projectId, userId } = world.project.by({});
  const { tagId } = branch;
  const view = await world.project.run((trx) => getVersion(trx, { projectId, userId, tagId }));
  return { counts: await world.counts(), view: JSON.stringify(view) };
}

const append = (ops: unknown, extra: { message?: string; parent?: string } = {}) =>
  world.project.run((trx) =>
    appendPatch(
      trx,
      world.project.by({ ref: { tagId: branch.tagId }, parent: branch.head, ops, ...extra }),
    ),
  );

const deep = (levels: number): unknown => {
  let value: unknown = 0;
  for (let n = 0; n < levels; n += 1) value = [value];
  return value;
};
const put = (path: string, value: unknown) => ({ op: 'add', path, value });
const config = '/nodes/node_0/config';

describe('[P1][P2] a hostile patch is refused whole', () => {
  const patches: [string, string, unknown][] = [
    ['no list', 'invalid_patch', { op: 'add' }],
    ['an empty list', 'invalid_patch', []],
    ['an unknown op', 'invalid_patch', [{ op: '_get', path: '/nodes' }]],
    ['no path', 'invalid_patch', [{ op: 'remove' }]],
    ['no value', 'invalid_patch', [{ op: 'add', path: '/ext/x' }]],
    ['pointer ~2', 'invalid_patch', [put('/nodes/~2', {})]],
    ['a pointer without slash', 'invalid_patch', [put('nodes', {})]],
    ['__proto__ in a pointer', 'invalid_patch', [put('/__proto__/polluted', 1)]],
    ['constructor in a pointer', 'invalid_patch', [put('/nodes/constructor/prototype', 1)]],
    ['__proto__ in a value', 'invalid_json', [put(config, JSON.parse('{"__proto__":{"a":1}}'))]],
    ['prototype in a value', 'invalid_json', [put(config, { prototype: {} })]],
    ['20,000 levels', 'limit_exceeded', [put(config, deep(20_000))]],
    ['65 levels in the document', 'limit_exceeded', [put(`${config}/a`, deep(62))]],
    ['too many operations', 'limit_exceeded', Array(LIMITS.patchOps + 1).fill(nudge())],
    ['too many bytes', 'limit_exceeded', [put(config, { a: 'x'.repeat(LIMITS.patchBytes) })]],
    [
      'a copy bomb',
      'limit_exceeded',
      [
        put(config, { a: ['x'.repeat(1000)] }),
        ...Array.from({ length: 20 }, (_, n) => ({
          op: 'copy',
          from: config,
          path: `${config}/c${n}`,
        })),
      ],
    ],
    ['U+0000', 'invalid_json', [put('/nodes/node_0/name', 'a\0b')]],
    ['half a surrogate pair', 'invalid_json', [put('/nodes/node_0/name', '\ud800')]],
    ['not a number', 'invalid_json', [put('/nodes/node_0/position', { x: NaN, y: 0 })]],
    ['a missing target', 'patch_failed', [{ op: 'remove', path: '/nodes/nobody' }]],
    [
      'a failed test after a good op',
      'patch_failed',
      [nudge(), { op: 'test', path: '/schema', value: 2 }],
    ],
    ['an id that is taken', 'id_taken', [put('/nodes/node_0', { type: 'noop' })]],
    [
      'an edge to nowhere',
      'invalid_document',
      [put('/edges/e_x', { source: 'node_0', target: 'nobody' })],
    ],
    ['a node gone under its edges', 'invalid_document', [{ op: 'remove', path: '/nodes/node_3' }]],
    ['a cycle', 'cycle', [put('/edges/e_x', { source: 'node_9', target: 'node_0' })]],
    [
      'an edge to itself',
      'invalid_document',
      [put('/edges/e_x', { source: 'node_0', target: 'node_0' })],
    ],
    [
      'the whole document replaced by nonsense',
      'patch_failed',
      [{ op: 'replace', path: '', value: 7 }],
    ],
    ['a bad id', 'invalid_patch', [put('/nodes/Bad Id', { type: 'noop' })]],
    ['an index into a collection', 'invalid_patch', [put('/nodes/0', { type: 'noop' })]],
  ];

  test.each(patches)('%s', async (_, code, ops) => {
    expect(await refused(() => append(ops))).toBe(code);
  });

  test('[P2] growing a document beyond its limit', async () => {
    const { tagId, versionId } = await world.project.workflow();
    let parent = versionId;
    const megabyte = 'x'.repeat(1_000_000);
    for (let n = 0; n < 8; n += 1) {
      const ops = [put(`/ext/part_${n}`, megabyte) as never];
      parent = (await world.project.commit({ tagId, parent, ops })).version.id;
    }
    const ops = [put('/ext/last', megabyte) as never];
    expect(await refused(() => world.project.append({ tagId, parent, ops }))).toBe(
      'limit_exceeded',
    );
  });

  test.each([
    ['U+0000', 'a\0b'],
    ['half a surrogate pair', '\udc00'],
  ])('[D5] a message with %s', async (_, message) => {
    expect(await refused(() => append([nudge()], { message }))).toBe('invalid_json');
  });

  test('[P1] any hostile ops are refused with a code, or keep the document valid', async () => {
    const prototype = Object.getOwnPropertyNames(Object.prototype);
    const { tagId, versionId } = await world.project.workflow();
    let parent = versionId;
    const attack = fc.array(hostileOp, { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(attack, async (ops) => {
        const result = await world.project
          .append({ tagId, parent, ops: ops as never })
          .catch((error: unknown) => {
            if (error instanceof DomainError) return error.code;
            throw error;
          });
        if (typeof result === 'object' && result.status === 'committed') parent = result.version.id;
      }),
      runs(150),
    );
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(prototype);
    const { projectId, userId } = world.project.by({});
    await world.project.run((trx) => getVersion(trx, { projectId, userId, tagId }));
  });
});

describe('ids', () => {
  /** Every verb that takes an id, given ids of this project's kind. */
  const verbs: Record<
    string,
    (
      project: TestProject,
      id: { workflowId: string; tagId: string; head: string },
    ) => Promise<unknown>
  > = {
    append: ({ run, by }, { tagId, head }) =>
      run((trx) => appendPatch(trx, by({ ref: { tagId }, parent: head, ops: [nudge()] }))),
    'append by name': ({ run, by }, { workflowId, head }) =>
      run((trx) =>
        appendPatch(trx, by({ ref: { workflowId, tag: 'main' }, parent: head, ops: [nudge()] })),
      ),
    undo: ({ run, by }, { tagId }) => run((trx) => undo(trx, by({ ref: { tagId } }))),
    redo: ({ run, by }, { tagId }) => run((trx) => redo(trx, by({ ref: { tagId } }))),
    compact: ({ run, by }, { head }) => run((trx) => compact(trx, by({ headId: head }))),
    createTag: ({ run, by }, { workflowId, head }) =>
      run((trx) => createTag(trx, by({ workflowId, versionId: head, name: 'taken over' }))),
    rename: ({ run, by }, { workflowId }) =>
      run((trx) => renameWorkflow(trx, by({ workflowId, name: 'Mine' }))),
    archive: ({ run, by }, { workflowId }) =>
      run((trx) => archiveWorkflow(trx, by({ workflowId, archived: true }))),
    export: ({ run, by }, { workflowId }) =>
      run((trx) => exportWorkflow(trx, by({ workflowId, tag: 'main', format: 'stemma' as const }))),
    getTag: ({ run, id: projectId }, { tagId }) =>
      run((trx) => getTag(trx, { projectId, ref: { tagId } })),
    getVersion: ({ run, by }, { head }) => run((trx) => getVersion(trx, by({ versionId: head }))),
    getWorkflow: ({ run, id: projectId }, { workflowId }) =>
      run((trx) => getWorkflow(trx, { projectId, workflowId })),
    listTags: ({ run, id: projectId }, { workflowId }) =>
      run((trx) => listTags(trx, { projectId, workflowId })),
    listMoves: ({ run, id: projectId }, { tagId }) =>
      run((trx) => listMoves(trx, { projectId, ref: { tagId }, limit: 5 })),
    listDescendants: ({ run, id: projectId }, { head }) =>
      run((trx) => listDescendants(trx, { projectId, versionId: head, direct: false, limit: 5 })),
    resolveChains: ({ run, id: projectId }, { head }) =>
      run((trx) => resolveChains(trx, { projectId, versionIds: [head] })),
  };

  test.each(Object.keys(verbs))(
    '[S1] %s: of another project and of nobody do not exist',
    async (verb) => {
      const theirs = await world.addProject(`Strangers${newId().slice(-6)}`);
      const call = verbs[verb]!;
      const nobody = { workflowId: newId(), tagId: newId(), head: newId() };
      expect(await refused(() => call(theirs, branch))).toBe('not_found');
      expect(await refused(() => call(world.project, nobody))).toBe('not_found');
    },
  );

  test('[M1] a branch at a version of another workflow is refused, and so is a name taken', async () => {
    const other = await world.project.workflow();
    const { workflowId, head } = branch;
    const make = (versionId: string, name: string) => () =>
      world.project.run((trx) => createTag(trx, world.project.by({ workflowId, versionId, name })));
    expect(await refused(make(other.versionId, 'elsewhere'))).toBe('not_found');
    expect(await refused(make(head, 'main'))).toBe('name_taken');
  });

  test('[V2] chains of no heads at all are none', async () => {
    const { id: projectId, run } = world.project;
    expect(await run((trx) => resolveChains(trx, { projectId, versionIds: [] }))).toEqual([]);
  });
});

describe('documents from outside', () => {
  const create = (document: unknown) => () =>
    world.project.run((trx) => createWorkflow(trx, world.project.by({ name: 'Bad', document })));
  const bring = (source: unknown) => () =>
    world.project.run((trx) => importWorkflow(trx, world.project.by({ source })));

  test('[P2] over 8 MB is limit_exceeded, created or imported', async () => {
    const document = { ...smallDocument(), ext: { big: 'x'.repeat(LIMITS.documentBytes) } };
    expect(await refused(create(document))).toBe('limit_exceeded');
    expect(await refused(bring(document))).toBe('limit_exceeded');
    const nodes = Array.from({ length: 9 }, (_, n) => ({
      id: `n${n}`,
      name: `N${n}`,
      type: 'n8n-nodes-base.set',
      typeVersion: 1,
      position: [0, 0],
      parameters: { text: 'x'.repeat(1_000_000) },
    }));
    expect(await refused(bring({ name: 'Big', nodes, connections: {} }))).toBe('limit_exceeded');
  });

  test.each([
    ['null', null],
    ['a number', 7],
    ['a list', []],
    ['an object of nothing', {}],
    ['nodes of nothing', { nodes: 7, connections: {} }],
  ])('[D3] %s is no workflow', async (_, source) => {
    expect(await refused(bring(source))).toBe('import_refused');
  });

  test.each([
    ['U+0000 in a name', { name: 'a\0b', nodes: [], connections: {} }],
    ['half a surrogate pair', { name: '\ud800', nodes: [], connections: {} }],
    ['a polluting key', JSON.parse('{"name":"x","nodes":[],"connections":{"__proto__":{"a":1}}}')],
  ])('[D5] %s is refused on import', async (_, source) => {
    expect(await refused(bring(source))).toMatch(/invalid_json|import_refused/);
  });

  test('20,000 levels are refused, created and imported', async () => {
    expect(await refused(create({ ...smallDocument(), ext: { a: deep(20_000) } }))).toBe(
      'limit_exceeded',
    );
    const source = { name: 'Deep', nodes: [], connections: {}, settings: deep(20_000) };
    expect(await refused(bring(source))).toMatch(/limit_exceeded|import_refused/);
  });
});
