import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiWorld, createApiWorld } from '../../testing/api-world';

let world: ApiWorld;
let made: Made;
beforeAll(async () => {
  world = await createApiWorld();
  made = await grow();
});
afterAll(() => world.close());

interface Made {
  workflowId: string;
  tagId: string;
  root: string;
  main: string;
  sideTag: string;
  side: string;
}
interface Answered {
  workflow: { id: string };
  tag: { id: string };
  version: { id: string };
  id: string;
}

async function call<T>(path: string, input: object): Promise<T> {
  const answer = await world.call(
    path,
    { opId: randomUUID(), ...input },
    world.project.people.analyst.token,
  );
  expect(answer.error, path).toBeUndefined();
  return answer.data as T;
}

/** A node on `main`, and another name for it on a branch. */
async function grow(): Promise<Made> {
  const { workflow, tag, version } = await call<Answered>('workflow.create', { name: 'Story' });
  const add = [{ op: 'add', path: '/nodes/a', value: { type: 'noop', name: 'First' } }];
  const main = await call<Answered>('patch.append', {
    tagId: tag.id,
    parent: version.id,
    ops: add,
  });
  const branch = { workflowId: workflow.id, name: 'side', versionId: main.version.id };
  const { id: sideTag } = await call<Answered>('tag.create', branch);
  const rename = [{ op: 'replace', path: '/nodes/a/name', value: 'Second' }];
  const side = await call<Answered>('patch.append', {
    tagId: sideTag,
    parent: main.version.id,
    ops: rename,
  });
  return {
    workflowId: workflow.id,
    tagId: tag.id,
    root: version.id,
    main: main.version.id,
    sideTag,
    side: side.version.id,
  };
}

describe('lineage through the API', () => {
  test.each([
    ['by id', () => ({ versionId: made.side })],
    ['by branch id', () => ({ tagId: made.sideTag })],
    ['by branch name', () => ({ workflowId: made.workflowId, tag: 'side' })],
  ])('[M4] blame of a node, %s', async (_, ref) => {
    const answer = await call('version.blame', { ...ref(), pointer: '/nodes/a' });
    expect(answer).toMatchObject({
      version: { id: made.side },
      lines: [
        { unit: '/nodes/a/name', versionId: made.side, author: { name: 'analyst of Ours' } },
        { unit: '/nodes/a', versionId: made.main },
      ],
    });
  });

  test('[M4] blame of the whole document', async () => {
    const { lines } = await call<{ lines: { unit: string }[] }>('version.blame', {
      tagId: made.tagId,
    });
    expect(lines.map(({ unit }) => unit)).toEqual(['/nodes/a', '']);
  });

  test('history, page by page and by place', async () => {
    const ref = { tagId: made.sideTag };
    const first = await call<Page>('version.history', { ...ref, limit: 2 });
    expect(first.items.map(({ id }) => id)).toEqual([made.side, made.main]);
    const second = await call<Page>('version.history', { ...ref, limit: 2, cursor: first.next });
    expect(second).toMatchObject({ items: [{ id: made.root }], next: null });
    const renames = await call<Page>('version.history', { ...ref, pointer: '/nodes/a/name' });
    expect(renames.items.map(({ id }) => id)).toEqual([made.side, made.main]);
    const behaviour = await call<Page>('version.history', { ...ref, behaviour: true });
    expect(behaviour.items.map(({ id }) => id)).toEqual([made.main, made.root]);
  });

  test('[M1] ahead and behind, of one branch and of all', async () => {
    expect(await call('tag.divergence', { tagId: made.sideTag })).toEqual({
      ahead: 1,
      behind: 0,
      mergeBase: made.main,
    });
    expect(await call('tag.divergences', { workflowId: made.workflowId })).toEqual([
      { tagId: made.tagId, ahead: 0, behind: 0 },
      { tagId: made.sideTag, ahead: 1, behind: 0 },
    ]);
  });

  test('[M2] two branches, with and without layout', async () => {
    const refs = { before: { tagId: made.tagId }, after: { versionId: made.side } };
    const found = await call<Compared>('version.compare', refs);
    expect(found.before.id).toBe(made.main);
    expect(found.comparison.entries.nodes).toEqual([
      {
        id: 'a',
        kind: 'changed',
        name: { before: 'First', after: 'Second' },
        fields: [{ path: '/name', before: 'First', after: 'Second', layout: false }],
      },
    ]);
    expect(found.comparison.logicChanged).toBe(false);
    expect(found.ops).toEqual([{ op: 'replace', path: '/nodes/a/name', value: 'Second' }]);
    expect(await call('version.compare', { ...refs, layout: false })).toEqual(found);
  });

  test('a malformed pointer is refused in words', async () => {
    const input = { tagId: made.tagId, pointer: 'nodes' };
    const answer = await world.call('version.blame', input, world.project.people.viewer.token);
    expect(answer).toMatchObject({ status: 400, error: { data: { code: 'invalid_patch' } } });
  });
});

interface Page {
  items: { id: string }[];
  next: string | null;
}
interface Compared {
  before: { id: string };
  comparison: { entries: { nodes: unknown }; logicChanged: boolean };
  ops: unknown;
}
