import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiWorld, createApiWorld } from '../testing/api-world';

let world: ApiWorld;
beforeAll(async () => {
  world = await createApiWorld();
});
afterAll(() => world.close());

interface Version {
  id: string;
  versionHash: string;
  depth: number;
}
interface Tag {
  id: string;
  target: string;
  seq: number;
}
interface Answered {
  status: string;
  workflow: { id: string };
  tag: Tag;
  version: Version;
  document: { nodes: Record<string, unknown> };
  items: { seq: number; kind: string; message: string; headId: string; compactedFromId: string }[];
  head: string;
  before: string;
  after: string;
}

/** Calls as the analyst, or as somebody else, with a new op_id; the answer has to be good. */
async function call(path: string, input: object, who: 'analyst' | 'admin' = 'analyst') {
  const caller = world.project.people[who].token;
  const answer = await world.call(path, { opId: randomUUID(), ...input }, caller);
  expect(answer.error, path).toBeUndefined();
  return answer.data as Answered;
}

const addNode = (id: string) => [
  { op: 'add', path: `/nodes/${id}`, value: { type: 'noop', name: id } },
];

test('edit, conflict, undo, redo, branch, history and compaction through the API', async () => {
  const made = await call('workflow.create', { name: 'Story' });
  const tagId = made.tag.id;
  let parent = made.version.id;
  for (let n = 0; n < 22; n += 1) {
    const edit = await call('patch.append', { tagId, parent, ops: addNode(`n${String(n)}`) });
    expect(edit).toMatchObject({ status: 'committed', version: { depth: n + 1 } });
    parent = edit.version.id;
  }

  const stale = await call('patch.append', {
    tagId,
    parent: made.version.id,
    ops: addNode('n0').map((op) => ({ ...op, value: { type: 'noop', name: 'Late' } })),
  });
  expect(stale).toMatchObject({
    status: 'conflict',
    head: parent,
    conflicts: [{ kind: 'id_taken', unit: '/nodes/n0', theirs: { value: { name: 'n0' } } }],
  });

  const undone = await call('tag.undo', { tagId });
  expect(Object.keys(undone.document.nodes)).toHaveLength(21);
  const redone = await call('tag.redo', { tagId });
  expect(redone.tag.target).toBe(parent);

  const { workflow } = made;
  const branch = await call('tag.create', {
    workflowId: workflow.id,
    name: 'exp/other',
    versionId: made.version.id,
  });
  expect(branch).toMatchObject({ target: made.version.id });
  const head = await call('version.get', { workflowId: workflow.id, tag: 'main' });
  expect(Object.keys(head.document.nodes)).toHaveLength(22);

  const page = await call('tag.moves', { tagId, limit: 3 });
  expect(page.items.map((move) => move.kind)).toEqual(['redo', 'undo', 'edit']);

  const candidates = await call('compaction.candidates', {}, 'admin');
  expect(candidates.items.map((item) => item.headId)).toEqual([parent]);
  const compacted = await call('compaction.compact', { headId: parent }, 'admin');
  expect(compacted.after).toBe(head.version.versionHash);
  expect(compacted.before).toBe(compacted.after);
  const next = await call('patch.append', { tagId, parent, ops: addNode('after') });
  expect(next.version.depth).toBe(1);
  const relations = await call('compaction.list', {});
  expect(relations.items.map((item) => item.compactedFromId)).toEqual([parent]);
});

test('[V4] a retry gets the first answer; another request with its op_id is refused', async () => {
  const { tag, version } = await call('workflow.create', { name: 'Retried' });
  const edit = { opId: randomUUID(), tagId: tag.id, parent: version.id };
  const first = await call('patch.append', { ...edit, ops: addNode('a') });
  const again = await call('patch.append', { ...edit, ops: addNode('a') });
  expect(again.version).toEqual(first.version);
  const caller = world.project.people.analyst.token;
  const other = await world.call('patch.append', { ...edit, ops: addNode('b') }, caller);
  expect(other).toMatchObject({ status: 409, error: { data: { code: 'op_id_reused' } } });
});

test('[D2] [D6] what is refused is said in words and stored nowhere', async () => {
  const { tag, version } = await call('workflow.create', { name: 'Refused' });
  const caller = world.project.people.analyst.token;
  const refuse = async (ops: unknown, parent = version.id) => {
    const input = { opId: randomUUID(), tagId: tag.id, parent, ops };
    const { status, error } = await world.call('patch.append', input, caller);
    return [status, error?.data.code];
  };
  const edge = { source: 'x', sourcePort: 'out', target: 'y', targetPort: 'in' };
  expect(await refuse([{ op: 'add', path: '/edges/e', value: edge }])).toEqual([
    422,
    'invalid_document',
  ]);
  expect(await refuse([{ op: 'remove', path: '/nodes/none' }])).toEqual([422, 'patch_failed']);
  expect(await refuse('nonsense')).toEqual([400, 'invalid_patch']);
  expect(await refuse(addNode('x'), randomUUID())).toEqual([422, 'parent_not_on_tag']);
  const { data } = await world.call('tag.get', { tagId: tag.id }, caller);
  expect(data).toMatchObject({ seq: 1, target: version.id });
});
