import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../db/uuid';
import { createStoreWorld, type StoreWorld } from '../testing/store-world';
import { closeDatabase, openDatabase } from '../db/database';
import { inProject } from '../db/transaction';
import { compact } from './compact';
import { getVersion } from './get-version';
import { forgetVersions } from './head-cache';
import { listMoves } from './list-moves';
import { redo, undo } from './undo';

let world: StoreWorld;
beforeAll(async () => {
  world = await createStoreWorld();
});
afterAll(() => world.close());

const step = (verb: typeof undo, tagId: string, user?: string) =>
  world.project.run((trx) => verb(trx, world.project.by({ ref: { tagId } }, user)), user);
const target = async (tagId: string) =>
  (await world.sql<{ target_id: string }>('select target_id from tag where id = $1', [tagId]))[0]!
    .target_id;

/** A branch with edits by Ada, named Edit 1 to Edit n; ids of its versions, oldest first. */
async function edited(edits: number) {
  const branch = await world.project.workflow();
  const ids = [branch.versionId];
  for (let n = 1; n <= edits; n += 1) ids.push(await edit(branch.tagId, ids.at(-1)!, `Edit ${n}`));
  return { ...branch, ids, head: ids.at(-1)! };
}

const edit = async (tagId: string, parent: string, message: string) =>
  (await world.project.commit({ tagId, parent, message })).version.id;
const bensEdit = async (tagId: string, parent: string) =>
  (await world.project.commit({ tagId, parent, message: 'By Ben', user: world.project.ben }))
    .version.id;

describe('one person', () => {
  test('[T2] undo five times goes back five edits, redo five times returns to the same ids', async () => {
    const { tagId, ids } = await edited(5);
    for (let n = 4; n >= 0; n -= 1) {
      const result = await step(undo, tagId);
      expect(result).toMatchObject({
        message: `Edit ${n + 1}`,
        version: { id: ids[n] },
        tag: { target: ids[n] },
        undo: {
          undo: n === 0 ? null : { message: `Edit ${n}` },
          redo: { message: `Edit ${n + 1}` },
        },
      });
      expect(await target(tagId)).toBe(ids[n]);
    }
    await expect(step(undo, tagId)).rejects.toMatchObject({ code: 'undo_refused' });
    for (let n = 1; n <= 5; n += 1) {
      const result = await step(redo, tagId);
      expect(result).toMatchObject({
        message: `Edit ${n}`,
        version: { id: ids[n] },
        undo: {
          undo: { message: `Edit ${n}` },
          redo: n === 5 ? null : { message: `Edit ${n + 1}` },
        },
      });
      expect(await target(tagId)).toBe(ids[n]);
    }
    await expect(step(redo, tagId)).rejects.toMatchObject({ code: 'undo_refused' });
  });

  test('[T2] a new edit clears redo, and undo goes on below it', async () => {
    const { tagId, ids } = await edited(3);
    await step(undo, tagId);
    await step(undo, tagId);
    const other = await edit(tagId, ids[1]!, 'Another future');
    await expect(step(redo, tagId)).rejects.toMatchObject({ code: 'undo_refused' });
    expect((await step(undo, tagId)).version.id).toBe(ids[1]);
    expect((await step(undo, tagId)).version.id).toBe(ids[0]);
    expect((await step(redo, tagId)).version.id).toBe(ids[1]);
    expect((await step(redo, tagId)).version.id).toBe(other);
  });

  test('[T2] undo and redo are new moves; none is rewritten', async () => {
    const { tagId } = await edited(2);
    const moves = async () =>
      (
        await world.project.run((trx) =>
          listMoves(trx, { projectId: world.project.id, ref: { tagId }, limit: 50 }),
        )
      ).items;
    const before = await moves();
    await step(undo, tagId);
    await step(redo, tagId);
    const after = await moves();
    expect(after.slice(2)).toEqual(before);
    expect(after.slice(0, 2).map(({ seq, kind, message }) => [seq, kind, message])).toEqual([
      [5, 'redo', 'Redo “Edit 2”'],
      [4, 'undo', 'Undo “Edit 2”'],
    ]);
  });

  test('[T3] undo survives a restart and another device', async () => {
    const { tagId, ids } = await edited(3);
    await step(undo, tagId);
    forgetVersions();
    const elsewhere = openDatabase({ url: world.database.appUrl, max: 1 });
    const scope = { projectId: world.project.id, userId: world.project.ada };
    const there = (verb: typeof undo) =>
      inProject(elsewhere, scope, (trx) => verb(trx, { ...scope, ref: { tagId }, opId: newId() }));
    const view = await inProject(elsewhere, scope, (trx) => getVersion(trx, { ...scope, tagId }));
    expect(view.undo).toEqual({ undo: { message: 'Edit 2' }, redo: { message: 'Edit 3' } });
    expect((await there(undo)).version.id).toBe(ids[1]);
    expect((await there(redo)).version.id).toBe(ids[2]);
    expect((await there(redo)).version.id).toBe(ids[3]);
    await closeDatabase(elsewhere);
  });

  test('[T2][C1] compaction is invisible to undo, with the branch moved and without', async () => {
    for (const move of [false, true]) {
      const { tagId, ids, head } = await edited(3);
      const moveTagId = move ? tagId : undefined;
      const full = await world.project.run((trx) =>
        compact(trx, world.project.by({ headId: head, moveTagId })),
      );
      const parent = move ? full.versionId : head;
      expect(await target(tagId)).toBe(parent);
      const last = await edit(tagId, parent, 'Edit 4');
      expect((await step(undo, tagId)).version.id).toBe(parent);
      expect((await step(undo, tagId)).version.id).toBe(ids[2]);
      expect((await step(undo, tagId)).version.id).toBe(ids[1]);
      expect((await step(redo, tagId)).version.id).toBe(ids[2]);
      const again = await step(redo, tagId);
      expect(again).toMatchObject({
        message: 'Edit 3',
        version: { id: parent },
        undo: { undo: { message: 'Edit 3' }, redo: { message: 'Edit 4' } },
      });
      expect((await step(redo, tagId)).version.id).toBe(last);
    }
  });

  test('[T2] a compaction by an admin between an undo and its redo changes neither', async () => {
    const { tagId, ids } = await edited(3);
    await step(undo, tagId);
    const { ben, run, by } = world.project;
    await run((trx) => compact(trx, by({ headId: ids[2]!, moveTagId: tagId }, ben)), ben);
    expect((await step(redo, tagId)).version.id).toBe(ids[3]);
    expect((await step(undo, tagId)).version.id).toBe(ids[2]);
    expect((await step(undo, tagId)).version.id).toBe(ids[1]);
  });

  test('[M1] a new branch begins with an empty stack', async () => {
    const { workflowId, head } = await edited(2);
    const other = await world.project.branch(workflowId, head, 'other');
    await expect(step(undo, other.id)).rejects.toMatchObject({ code: 'undo_refused' });
  });
});

describe('two people', () => {
  test('[T2] each has a stack of their own', async () => {
    const { ben } = world.project;
    const { tagId, ids, head } = await edited(1);
    const bens = await bensEdit(tagId, head);
    expect((await step(undo, tagId, ben)).version.id).toBe(head);
    // Ada's stack is as it was.
    const result = await step(undo, tagId);
    expect(result).toMatchObject({
      message: 'Edit 1',
      version: { id: ids[0] },
      undo: { undo: null, redo: { message: 'Edit 1' } },
    });
    await step(redo, tagId);
    expect((await step(redo, tagId, ben)).version.id).toBe(bens);
  });

  test('[T2][C1] a branch back at what was compacted stands where the compaction stood', async () => {
    const { ben, run, by } = world.project;
    const { tagId, head } = await edited(1);
    const adas = await edit(tagId, head, 'By Ada');
    await step(undo, tagId);
    const { versionId: full } = await run(
      (trx) => compact(trx, by({ headId: head, moveTagId: tagId }, ben)),
      ben,
    );
    const bens = await bensEdit(tagId, full);
    await step(undo, tagId, ben);
    expect((await step(redo, tagId)).version.id).toBe(adas);
    expect((await step(undo, tagId)).version.id).toBe(head);
    expect((await step(redo, tagId, ben)).version.id).toBe(bens);
  });

  test('[T3] undo under somebody else’s edit of the same is refused in words, and nothing moves', async () => {
    const { tagId, head } = await edited(1);
    await bensEdit(tagId, head);
    const before = await world.counts();
    await expect(step(undo, tagId)).rejects.toMatchObject({
      code: 'undo_refused',
      message:
        '“By Ben” by Ben came after “Edit 1” and changed the same, so it cannot be undone any more.',
      data: { blocked_by: [3], actors: ['Ben'], units: ['/nodes/node_0/position'] },
    });
    await expect(step(redo, tagId)).rejects.toMatchObject({
      code: 'undo_refused',
      message: 'There is nothing of yours to redo on this branch.',
    });
    expect(await world.counts()).toEqual(before);
  });

  test('[V3] undos of one person at the same time are each one step', async () => {
    const { tagId, ids } = await edited(17);
    const results = await Promise.all(Array.from({ length: 16 }, () => step(undo, tagId)));
    expect(new Set(results.map(({ version }) => version.id))).toEqual(new Set(ids.slice(1, 17)));
    expect(await target(tagId)).toBe(ids[1]);
  });

  test('undo on a branch that is unknown, or of another project, does not exist', async () => {
    const theirs = await world.addProject('Undoers');
    const { tagId } = await theirs.workflow();
    for (const id of [tagId, newId()]) {
      await expect(step(undo, id)).rejects.toMatchObject({ code: 'not_found' });
    }
  });
});
