import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyPatch } from '@core/patch/apply-patch';
import type { Op } from '@core/patch/ops';
import { newId } from '../db/uuid';
import { nudge } from '../testing/project';
import { added, createStoreWorld, type StoreWorld } from '../testing/store-world';
import { compact } from './compact';
import { getVersion } from './get-version';
import { listMoves } from './list-moves';
import { undo } from './undo';

let world: StoreWorld;
beforeAll(async () => {
  world = await createStoreWorld();
});
afterAll(() => world.close());

const opened = (tagId: string) => {
  const { projectId, userId } = world.project.by({});
  return world.project.run((trx) => getVersion(trx, { projectId, userId, tagId }));
};
const at = async (versionId: string) => {
  const { projectId, userId } = world.project.by({});
  return (await world.project.run((trx) => getVersion(trx, { projectId, userId, versionId })))
    .document;
};
const rename = (node: string, name: string): Op[] => [
  { op: 'replace', path: `/nodes/${node}/name`, value: name },
];
const join = (id: string, source: string, target: string): Op[] => [
  { op: 'add', path: `/edges/${id}`, value: { source, target } },
];

/** A branch on which Ben went on from the version that Ada has open. */
async function overtaken(ops: readonly Op[]) {
  const { ben, commit, workflow } = world.project;
  const { tagId, versionId: parent } = await workflow();
  const theirs = await commit({ tagId, parent, ops, message: 'By Ben', user: ben });
  return { tagId, parent, head: theirs.version.id };
}

describe('[V5] an edit for a version that the branch has left', () => {
  test('[P6] is carried over when it touches nothing of what came between', async () => {
    const { tagId, parent, head } = await overtaken(rename('node_1', 'Bens'));
    const before = await world.counts();
    const result = await world.project.append({ tagId, parent, ops: rename('node_0', 'Adas') });
    expect(result).toMatchObject({
      status: 'rebased',
      version: { parentId: head, message: 'Rename Step 0 to Adas' },
      tag: { seq: 3 },
      undo: { undo: { message: 'Rename Step 0 to Adas' }, redo: null },
    });
    if (result.status !== 'rebased') return;
    const { document } = await opened(tagId);
    expect(document.nodes).toMatchObject({ node_0: { name: 'Adas' }, node_1: { name: 'Bens' } });
    expect(applyPatch(await at(parent), result.changes)).toEqual(document);
    expect(added(before, await world.counts())).toEqual({
      artifact: 1,
      cas_blob: 1,
      patch_chain_member: 1,
      tag_move: 1,
    });
  });

  test('is a conflict with values and authors of both sides when both changed the same', async () => {
    const { ada, ben } = world.project;
    const { tagId, parent, head } = await overtaken(rename('node_0', 'Bens'));
    const before = await world.counts();
    const result = await world.project.append({ tagId, parent, ops: rename('node_0', 'Adas') });
    expect(result).toEqual({
      status: 'conflict',
      head,
      seq: 2,
      conflicts: [
        {
          kind: 'field',
          unit: '/nodes/node_0/name',
          base: 'Step 0',
          mine: { value: 'Adas', author: { id: ada, name: 'Ada' } },
          theirs: { value: 'Bens', author: { id: ben, name: 'Ben' }, message: 'By Ben', seq: 2 },
        },
      ],
      changes: rename('node_0', 'Bens'),
    });
    expect(await world.counts()).toEqual(before);
  });

  test('names who touched the unit, not who edited last', async () => {
    const { ada, ben, commit, workflow } = world.project;
    const { tagId, versionId: parent } = await workflow();
    const first = await commit({ tagId, parent, ops: rename('node_0', 'Adas') });
    await commit({ tagId, parent: first.version.id, ops: rename('node_1', 'Bens'), user: ben });
    const late = await world.project.append({
      tagId,
      parent,
      ops: [...rename('node_0', 'X'), ...rename('node_1', 'Y')],
      user: ben,
    });
    const authors =
      late.status === 'conflict' && late.conflicts.map(({ theirs }) => theirs.author.id);
    expect(authors).toEqual([ada, ben]);
  });

  test('has nothing left to do when somebody did the same', async () => {
    const { tagId, parent, head } = await overtaken(rename('node_0', 'Same'));
    const before = await world.counts();
    expect(await world.project.append({ tagId, parent, ops: rename('node_0', 'Same') })).toEqual({
      status: 'unchanged',
      version: head,
      changes: rename('node_0', 'Same'),
    });
    expect(await world.counts()).toEqual(before);
  });

  test('[D2] that closes a loop together with what came between is a conflict', async () => {
    const { commit, ben } = world.project;
    const { tagId, versionId: parent } = await world.project.workflow();
    const apart: Op[] = [{ op: 'remove', path: '/edges/edge_1' }];
    const { version } = await commit({ tagId, parent, ops: apart });
    await commit({ tagId, parent: version.id, ops: join('back', 'node_2', 'node_0'), user: ben });
    const result = await world.project.append({
      tagId,
      parent: version.id,
      ops: join('again', 'node_1', 'node_2'),
    });
    expect(result).toMatchObject({
      status: 'conflict',
      conflicts: [
        {
          kind: 'cycle',
          unit: '/edges/again',
          path: expect.arrayContaining(['node_0', 'node_1', 'node_2']) as string[],
          theirs: { author: { name: 'Ben' } },
        },
      ],
    });
  });

  test('[T3] an undo in between counts as a change', async () => {
    const { ben, commit, run, by } = world.project;
    const { tagId, versionId } = await world.project.workflow();
    const bens = await commit({ tagId, parent: versionId, ops: rename('node_0', 'B'), user: ben });
    await run((trx) => undo(trx, by({ ref: { tagId } }, ben)), ben);
    const parent = bens.version.id;
    const clash = await world.project.append({ tagId, parent, ops: rename('node_0', 'Adas') });
    expect(clash).toMatchObject({
      status: 'conflict',
      conflicts: [{ base: 'B', theirs: { value: 'Step 0', author: { name: 'Ben' } } }],
    });
    const apart = await world.project.append({ tagId, parent, ops: rename('node_1', 'Adas') });
    expect(apart).toMatchObject({ status: 'rebased', version: { parentId: versionId } });
    expect((await opened(tagId)).document.nodes.node_0?.name).toBe('Step 0');
  });

  test('[C1] a compaction in between changes nothing', async () => {
    const { commit, run, by } = world.project;
    const { tagId, versionId } = await world.project.workflow();
    const { version } = await commit({ tagId, parent: versionId });
    await run((trx) => compact(trx, by({ headId: version.id, moveTagId: tagId })));
    expect(await world.project.append({ tagId, parent: version.id })).toMatchObject({
      status: 'committed',
    });
    expect(
      await world.project.append({ tagId, parent: version.id, ops: rename('node_1', 'x') }),
    ).toMatchObject({
      status: 'rebased',
    });
  });

  test('[V4] a retry gets the first answer, also when the branch has moved on since', async () => {
    const { tagId, parent } = await overtaken(rename('node_1', 'Bens'));
    const edit = { tagId, parent, ops: rename('node_0', 'Adas'), opId: newId() };
    const first = await world.project.append(edit);
    expect(first.status).toBe('rebased');
    if (first.status !== 'rebased') return;
    await world.project.commit({ tagId, parent: first.version.id });
    expect(await world.project.append(edit)).toEqual(first);
    await expect(
      world.project.append({ ...edit, ops: rename('node_0', 'Other') }),
    ).rejects.toMatchObject({ code: 'op_id_reused' });
  });
});

describe('[V3] a contended branch', () => {
  test('8 people who edit different things at once from one version all get through, in one line', async () => {
    const { tagId, versionId: parent } = await world.project.workflow();
    const results = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        world.project.append({ tagId, parent, ops: [nudge(`node_${n}`)] }),
      ),
    );
    const statuses = results.map(({ status }) => status).sort();
    expect(statuses).toEqual(['committed', ...Array<string>(7).fill('rebased')]);
    const { items } = await world.project.run((trx) =>
      listMoves(trx, { projectId: world.project.id, ref: { tagId }, limit: 50 }),
    );
    expect(items.map(({ seq }) => seq)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
    const { document } = await opened(tagId);
    for (let n = 0; n < 8; n += 1) {
      expect(document.nodes[`node_${n}`]?.position?.x).toBeGreaterThan(0);
    }
  });

  test('8 writers who keep writing are each served, and nothing of theirs is lost', async () => {
    const { tagId, versionId } = await world.project.workflow();
    const edits = 15;
    const writer = async (n: number) => {
      let parent = versionId;
      for (let i = 1; i <= edits; i += 1) {
        const ops: Op[] = [
          { op: 'replace', path: `/nodes/node_${n}/config/n`, value: 100 * n + i },
        ];
        const result = await world.project.append({ tagId, parent, ops });
        if (result.status !== 'committed' && result.status !== 'rebased') {
          throw new Error(`Writer ${n} was answered ${result.status}.`);
        }
        parent = result.version.id;
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, n) => writer(n)));
    const { document, tag } = await opened(tagId);
    expect(tag?.seq).toBe(1 + 8 * edits);
    for (let n = 0; n < 8; n += 1) {
      expect(document.nodes[`node_${n}`]?.config?.n).toBe(100 * n + edits);
    }
  });
});
