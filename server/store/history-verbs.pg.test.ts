import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Op } from '@core/patch/ops';
import { newId } from '../db/uuid';
import { createStoreWorld, type StoreWorld } from '../testing/store-world';
import { cherryPick, revert } from './apply-elsewhere';
import { compact } from './compact';
import { getVersion } from './get-version';
import { listMoves } from './list-moves';
import { reset } from './reset';
import { restore } from './restore';
import { redo, undo } from './undo';

let world: StoreWorld;
beforeAll(async () => {
  world = await createStoreWorld();
});
afterAll(() => world.close());

const names = async (tagId: string) => {
  const { projectId, userId } = world.project.by({});
  const view = await world.project.run((trx) => getVersion(trx, { projectId, userId, tagId }));
  return [0, 1, 2].map((n) => view.document.nodes[`node_${n}`]?.name);
};
const rename = (node: string, name: string): Op[] => [
  { op: 'replace', path: `/nodes/${node}/name`, value: name },
];
const step = (verb: typeof undo, tagId: string, user?: string) =>
  world.project.run((trx) => verb(trx, world.project.by({ ref: { tagId } }, user)), user);
const elsewhere = (
  verb: typeof revert,
  { tagId, versionId, user }: { tagId: string; versionId: string; user?: string },
) =>
  world.project.run(
    (trx) => verb(trx, world.project.by({ ref: { tagId }, versionId }, user)),
    user,
  );
const back = (
  verb: typeof restore,
  tagId: string,
  { versionId, head, user }: { versionId: string; head: string; user?: string },
) =>
  world.project.run(
    (trx) => verb(trx, world.project.by({ ref: { tagId }, versionId, head }, user)),
    user,
  );
const kinds = async (tagId: string) => {
  const { items } = await world.project.run((trx) =>
    listMoves(trx, { projectId: world.project.id, ref: { tagId }, limit: 50 }),
  );
  return items.map(({ kind, message }) => `${kind}: ${message}`).reverse();
};

/** Ada renames node_0 (A), Ben node_1 (B), Ada node_2 (C). */
async function story() {
  const { ben, commit, workflow } = world.project;
  const { workflowId, tagId, versionId } = await workflow();
  const a = await commit({ tagId, parent: versionId, ops: rename('node_0', 'A'), message: 'A' });
  const b = await commit({
    tagId,
    parent: a.version.id,
    ops: rename('node_1', 'B'),
    message: 'B',
    user: ben,
  });
  const c = await commit({
    tagId,
    parent: b.version.id,
    ops: rename('node_2', 'C'),
    message: 'C',
  });
  return {
    workflowId,
    tagId,
    start: versionId,
    a: a.version.id,
    b: b.version.id,
    c: c.version.id,
  };
}

describe('[T3] undo when others have edited since', () => {
  test('takes back mine as a patch and leaves theirs; redo returns to the same version', async () => {
    const { tagId, c } = await story();
    const { ben } = world.project;
    const undone = await step(undo, tagId, ben);
    expect(undone).toMatchObject({
      message: 'B',
      version: { parentId: c, message: 'Undo “B”' },
      undo: { undo: null, redo: { message: 'B' } },
      skipped: [],
    });
    expect(await names(tagId)).toEqual(['A', 'Step 1', 'C']);
    expect((await step(redo, tagId, ben)).version.id).toBe(c);
    expect(await kinds(tagId)).toEqual([
      'create: Create workflow',
      'edit: A',
      'edit: B',
      'edit: C',
      'undo: Undo “B”',
      'redo: Redo “B”',
    ]);
  });

  test('redo over others’ edits is a patch, which undo takes back in turn', async () => {
    const { tagId } = await story();
    const { ben, commit } = world.project;
    const undone = await step(undo, tagId, ben);
    const parent = undone.version.id;
    await commit({ tagId, parent, ops: rename('node_2', 'D'), message: 'D' });
    const redone = await step(redo, tagId, ben);
    expect(redone).toMatchObject({
      message: 'B',
      version: { message: 'B' },
      undo: { undo: { message: 'B' }, redo: null },
    });
    expect(await names(tagId)).toEqual(['A', 'B', 'D']);
    const again = await step(undo, tagId, ben);
    expect(again).toMatchObject({ message: 'B', undo: { undo: null, redo: { message: 'B' } } });
    expect(await names(tagId)).toEqual(['A', 'Step 1', 'D']);
    // The redone patch stood at the end, so the branch went back to where it was before it.
    expect(again.version.id).toBe(redone.version.parentId);
  });

  test('[T2] edits done again as patches are taken back one after the other', async () => {
    const { ben, commit, workflow } = world.project;
    const { tagId, versionId } = await workflow();
    const a = await commit({ tagId, parent: versionId, ops: rename('node_0', 'A'), message: 'A' });
    await commit({ tagId, parent: a.version.id, ops: rename('node_1', 'B'), message: 'B' });
    await step(undo, tagId);
    await step(undo, tagId);
    const c = rename('node_2', 'C');
    const bens = await commit({ tagId, parent: versionId, ops: c, message: 'C', user: ben });
    const redone = await step(redo, tagId);
    await step(redo, tagId);
    expect(await names(tagId)).toEqual(['A', 'B', 'C']);
    expect((await step(undo, tagId)).version.id).toBe(redone.version.id);
    expect((await step(undo, tagId)).version.id).toBe(bens.version.id);
    await expect(step(undo, tagId)).rejects.toMatchObject({
      message: 'There is nothing of yours to undo on this branch.',
    });
  });

  test('[T2] what a redo passes over is not there to be undone', async () => {
    const { ben, commit, workflow } = world.project;
    const { tagId, versionId } = await workflow();
    const a = await commit({ tagId, parent: versionId, ops: rename('node_0', 'A'), message: 'A' });
    await commit({ tagId, parent: a.version.id, ops: rename('node_1', 'B'), message: 'B' });
    await step(undo, tagId);
    await step(undo, tagId);
    const same = rename('node_0', 'A');
    const bens = await commit({ tagId, parent: versionId, ops: same, message: 'Same', user: ben });
    expect(await step(redo, tagId)).toMatchObject({ message: 'B', skipped: ['A'] });
    expect(await step(undo, tagId)).toMatchObject({
      version: { id: bens.version.id },
      undo: { undo: null },
    });
  });

  test('passes over and names what is taken back already', async () => {
    const { tagId, c } = await story();
    const { ben, commit } = world.project;
    await commit({ tagId, parent: c, ops: rename('node_2', 'Step 2'), message: 'Back', user: ben });
    const undone = await step(undo, tagId);
    expect(undone).toMatchObject({ message: 'A', skipped: ['C'] });
    expect(await names(tagId)).toEqual(['Step 0', 'B', 'Step 2']);
    await expect(step(undo, tagId)).rejects.toMatchObject({
      code: 'undo_refused',
      message: 'There is nothing of yours to undo on this branch.',
    });
  });

  test('[V4] a retry is told the same, what was passed over included', async () => {
    const { tagId, c } = await story();
    const { ben, commit, run, by } = world.project;
    await commit({ tagId, parent: c, ops: rename('node_2', 'Step 2'), message: 'Back', user: ben });
    const args = by({ ref: { tagId }, opId: newId() });
    const first = await run((trx) => undo(trx, args));
    expect(first.skipped).toEqual(['C']);
    expect(await run((trx) => undo(trx, args))).toEqual(first);
  });
});

describe('[T4] revert', () => {
  test('takes back one older edit alone, and is undone and redone like an edit', async () => {
    const { tagId, a, c } = await story();
    const { ben } = world.project;
    const reverted = await elsewhere(revert, { tagId, versionId: a, user: ben });
    expect(reverted).toMatchObject({
      status: 'committed',
      message: 'Revert “A”',
      version: { parentId: c },
      undo: { undo: { message: 'Revert “A”' } },
    });
    expect(await names(tagId)).toEqual(['Step 0', 'B', 'C']);
    expect((await step(undo, tagId, ben)).version.id).toBe(c);
    await step(redo, tagId, ben);
    expect(await names(tagId)).toEqual(['Step 0', 'B', 'C']);
    // Reverting the revert brings the edit back.
    if (reverted.status !== 'committed') return;
    await elsewhere(revert, { tagId, versionId: reverted.version.id });
    expect(await names(tagId)).toEqual(['A', 'B', 'C']);
    expect((await kinds(tagId)).at(-1)).toBe('revert: Revert “Revert “A””');
  });

  test('of what was changed since is a conflict with who did', async () => {
    const { tagId, a, c } = await story();
    const { ben, commit } = world.project;
    await commit({ tagId, parent: c, ops: rename('node_0', 'Z'), message: 'Z', user: ben });
    const before = await world.counts();
    expect(await elsewhere(revert, { tagId, versionId: a })).toMatchObject({
      status: 'conflict',
      conflicts: [
        {
          kind: 'field',
          unit: '/nodes/node_0/name',
          base: 'A',
          mine: { value: 'Step 0' },
          theirs: { value: 'Z', author: { name: 'Ben' }, message: 'Z' },
        },
      ],
    });
    expect(await world.counts()).toEqual(before);
  });

  test('names who wrote what stands there, also when that came from another branch', async () => {
    const { workflowId, tagId, a, c } = await story();
    const { ben, commit, branch } = world.project;
    const ops = rename('node_0', 'Z');
    const z = await commit({ tagId, parent: c, ops, message: 'Z', user: ben });
    const { id: side } = await branch(workflowId, z.version.id, 'exp/side');
    expect(await elsewhere(revert, { tagId: side, versionId: a })).toMatchObject({
      status: 'conflict',
      conflicts: [{ theirs: { value: 'Z', author: { name: 'Ben' }, message: 'Z', seq: null } }],
    });
  });

  test('of a revert of a revert keeps its message readable', async () => {
    const { tagId, a } = await story();
    let versionId = a;
    for (let n = 0; n < 30; n += 1) {
      const reverted = await elsewhere(revert, { tagId, versionId });
      if (reverted.status !== 'committed') throw new Error(`Answered ${reverted.status}.`);
      versionId = reverted.version.id;
      expect(reverted.message.length).toBeLessThan(200);
    }
  });

  test('twice leaves nothing to do', async () => {
    const { tagId, a } = await story();
    await elsewhere(revert, { tagId, versionId: a });
    const before = await world.counts();
    expect(await elsewhere(revert, { tagId, versionId: a })).toMatchObject({ status: 'unchanged' });
    expect(await world.counts()).toEqual(before);
  });

  test('of a whole document, or of another workflow’s edit, is refused', async () => {
    const { tagId, start } = await story();
    const other = await story();
    await expect(elsewhere(revert, { tagId, versionId: start })).rejects.toMatchObject({
      code: 'invalid_document',
    });
    await expect(elsewhere(revert, { tagId, versionId: other.a })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

test('[T4] cherry-pick makes one edit again on another branch', async () => {
  const { workflowId, tagId, start, b } = await story();
  const other = await world.project.branch(workflowId, start, 'exp/picked');
  const picked = await elsewhere(cherryPick, { tagId: other.id, versionId: b });
  expect(picked).toMatchObject({ status: 'committed', message: 'B', version: { parentId: start } });
  expect(await names(other.id)).toEqual(['Step 0', 'B', 'Step 2']);
  expect(await names(tagId)).toEqual(['A', 'B', 'C']);
  expect(await elsewhere(cherryPick, { tagId: other.id, versionId: b })).toMatchObject({
    status: 'unchanged',
  });
  expect((await step(undo, other.id)).version.id).toBe(start);
});

describe('[T5] restore', () => {
  test('is a patch on top: what came after stays in the lineage, and undo brings it back', async () => {
    const { tagId, a, c } = await story();
    const { ben } = world.project;
    const restored = await back(restore, tagId, { versionId: a, head: c, user: ben });
    expect(restored).toMatchObject({ message: 'Restore “A”', version: { parentId: c } });
    expect(await names(tagId)).toEqual(['A', 'Step 1', 'Step 2']);
    expect((await step(undo, tagId, ben)).version.id).toBe(c);
    expect(await names(tagId)).toEqual(['A', 'B', 'C']);
  });

  test('when the branch has moved on since it was looked at is a conflict, and stores nothing', async () => {
    const { tagId, a, b, c } = await story();
    const before = await world.counts();
    for (const verb of [restore, reset]) {
      await expect(back(verb, tagId, { versionId: a, head: b })).rejects.toMatchObject({
        code: 'conflict',
        data: { head: c, seq: 4 },
      });
    }
    await expect(back(restore, tagId, { versionId: c, head: c })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await world.counts()).toEqual(before);
  });
});

describe('[T2][T5] reset', () => {
  test('moves the branch back, ends every stack, and is undone by its author', async () => {
    const { tagId, a, c } = await story();
    const { ben } = world.project;
    const moved = await back(reset, tagId, { versionId: a, head: c });
    expect(moved).toMatchObject({
      message: 'Reset to “A”',
      version: { id: a },
      undo: { undo: { message: 'Reset to “A”' }, redo: null },
    });
    await expect(step(undo, tagId, ben)).rejects.toMatchObject({
      message: 'There is nothing of yours to undo on this branch.',
    });
    expect((await step(undo, tagId)).version.id).toBe(c);
    expect((await step(redo, tagId)).version.id).toBe(a);
    expect((await step(undo, tagId)).version.id).toBe(c);
    // What lay under the reset is ended too.
    await expect(step(undo, tagId)).rejects.toMatchObject({ code: 'undo_refused' });
    expect((await kinds(tagId)).slice(-4)).toEqual([
      'reset: Reset to “A”',
      'undo: Undo “Reset to “A””',
      'redo: Redo “Reset to “A””',
      'undo: Undo “Reset to “A””',
    ]);
  });

  test('is not undone once somebody has gone on from there', async () => {
    const { tagId, a, c } = await story();
    const { ben, commit } = world.project;
    await back(reset, tagId, { versionId: a, head: c });
    await commit({ tagId, parent: a, ops: rename('node_1', 'N'), message: 'N', user: ben });
    await expect(step(undo, tagId)).rejects.toMatchObject({
      message: '“N” by Ben came after “Reset to “A””, so it cannot be undone any more.',
    });
    await step(undo, tagId, ben);
    await expect(step(undo, tagId)).rejects.toMatchObject({ code: 'undo_refused' });
  });

  test('is not undone once somebody has gone on from there, whatever became of that', async () => {
    const { tagId, a, c } = await story();
    const { ben, commit } = world.project;
    await back(reset, tagId, { versionId: a, head: c });
    await commit({ tagId, parent: a, ops: rename('node_1', 'N'), message: 'N', user: ben });
    await step(undo, tagId, ben);
    await commit({ tagId, parent: a, ops: rename('node_2', 'M'), message: 'M' });
    expect((await step(undo, tagId)).version.id).toBe(a);
    await expect(step(undo, tagId)).rejects.toMatchObject({
      code: 'undo_refused',
      message: '“N” by Ben came after “Reset to “A””, so it cannot be undone any more.',
    });
  });

  test('goes to where the branch stood only', async () => {
    const { workflowId, tagId, c } = await story();
    const other = await world.project.branch(workflowId, c, 'exp/elsewhere');
    const { version } = await world.project.commit({ tagId: other.id, parent: c });
    await expect(back(reset, tagId, { versionId: version.id, head: c })).rejects.toMatchObject({
      code: 'parent_not_on_tag',
    });
    await expect(back(reset, tagId, { versionId: c, head: c })).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});

test('[C1][T2] compactions in between are invisible to undo, revert and restore', async () => {
  const { tagId, a, b, c } = await story();
  const { run, by, ben } = world.project;
  await run((trx) => compact(trx, by({ headId: c, moveTagId: tagId })));
  await step(undo, tagId, ben);
  expect(await names(tagId)).toEqual(['A', 'Step 1', 'C']);
  await step(redo, tagId, ben);
  await elsewhere(revert, { tagId, versionId: b });
  const { tag } = await step(undo, tagId);
  await back(restore, tagId, { versionId: a, head: tag.target });
  expect(await names(tagId)).toEqual(['A', 'Step 1', 'Step 2']);
});

test('[T3] on a protected branch nothing is undone, reverted, picked, restored or reset', async () => {
  const { tagId, a, c } = await story();
  await world.sql('update tag set protected = true where id = $1', [tagId]);
  const before = await world.counts();
  for (const call of [
    () => step(undo, tagId),
    () => step(redo, tagId),
    () => elsewhere(revert, { tagId, versionId: a }),
    () => elsewhere(cherryPick, { tagId, versionId: a }),
    () => back(restore, tagId, { versionId: a, head: c }),
    () => back(reset, tagId, { versionId: a, head: c }),
  ]) {
    await expect(call()).rejects.toMatchObject({ code: 'forbidden' });
  }
  expect(await world.counts()).toEqual(before);
});
