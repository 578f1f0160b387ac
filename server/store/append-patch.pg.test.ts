import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LIMITS } from '@core/limits';
import { forgetVersions } from './head-cache';
import { getVersion } from './get-version';
import { newId } from '../db/uuid';
import { added, createStoreWorld, type StoreWorld } from '../testing/store-world';
import { nudge } from '../testing/project';

let world: StoreWorld;
beforeAll(async () => {
  world = await createStoreWorld();
});
afterAll(() => world.close());

describe('a linear edit', () => {
  test('[V2][V3] adds one artifact, one chain row, one move and one blob, and nothing else', async () => {
    const { tagId, versionId } = await world.project.workflow();
    const first = await world.project.commit({ tagId, parent: versionId });
    const before = await world.counts();
    const second = await world.project.commit({ tagId, parent: first.version.id });
    expect(added(before, await world.counts())).toEqual({
      artifact: 1,
      cas_blob: 1,
      patch_chain_member: 1,
      tag_move: 1,
    });
    expect(second).toMatchObject({
      version: { parentId: first.version.id, baseVersion: versionId, depth: 2, generation: 3 },
      tag: { target: second.version.id, seq: 3 },
      undo: { undo: { message: second.version.message }, redo: null },
    });
  });

  test('[V6] bytes that the project has already are not stored again', async () => {
    const { tagId, versionId } = await world.project.workflow();
    const there = nudge();
    const back = nudge();
    let parent = versionId;
    for (const op of [there, back]) {
      parent = (await world.project.commit({ tagId, parent, ops: [op] })).version.id;
    }
    const before = await world.counts();
    await world.project.commit({ tagId, parent, ops: [there] });
    expect(added(before, await world.counts())).toEqual({
      artifact: 1,
      patch_chain_member: 1,
      tag_move: 1,
    });
  });

  test('[V2] depth never exceeds 128: the edit after compacts in its own transaction', async () => {
    const { tagId, versionId } = await world.project.workflow();
    let head = (await world.project.commit({ tagId, parent: versionId })).version;
    while (head.depth < LIMITS.chainDepth) {
      head = (await world.project.commit({ tagId, parent: head.id })).version;
    }
    const before = await world.counts();
    const next = (await world.project.commit({ tagId, parent: head.id })).version;
    expect(added(before, await world.counts())).toEqual({
      artifact: 2,
      cas_blob: 2,
      patch_chain_member: 1,
      tag_move: 1,
    });
    expect(next).toMatchObject({ depth: 1, parentId: head.id, generation: head.generation + 1 });
    const [base] = await world.sql(
      'select kind, compacted_from_id, version_hash from artifact where id = $1',
      [next.baseVersion],
    );
    expect(base).toEqual({
      kind: 'dag_version',
      compacted_from_id: head.id,
      version_hash: head.versionHash,
    });
    forgetVersions();
    const { projectId, userId } = world.project.by({});
    const view = await world.project.run((trx) => getVersion(trx, { projectId, userId, tagId }));
    expect(view.version.id).toBe(next.id);
  });

  test('[V2] racing edits of two branches at one head continue the chain once and fork it once', async () => {
    const { workflowId, tagId, versionId } = await world.project.workflow();
    let parent = versionId;
    for (let i = 0; i < 5; i += 1)
      parent = (await world.project.commit({ tagId, parent })).version.id;
    const other = await world.project.branch(workflowId, parent, 'exp/a');
    const third = await world.project.branch(workflowId, parent, 'exp/b');
    const before = await world.counts();
    const made = await Promise.all(
      [tagId, other.id, third.id].map((id) => world.project.commit({ tagId: id, parent })),
    );
    expect(added(before, await world.counts())).toMatchObject({
      artifact: 3,
      patch_chain_member: 1 + 6 + 6,
      tag_move: 3,
    });
    const rows = await world.sql<{ chain_id: string; members: string[] }>(
      `select a.chain_id, array_agg(m.member_id::text order by m.seq) as members
       from artifact a join patch_chain_member m on m.chain_id = a.chain_id and m.seq <= a.depth
       where a.id = any($1) group by a.id, a.chain_id`,
      [made.map(({ version }) => version.id)],
    );
    expect(new Set(rows.map((row) => row.chain_id)).size).toBe(3);
    for (const row of rows) expect(row.members).toHaveLength(6);
    expect(new Set(rows.map((row) => row.members.slice(0, 5).join())).size).toBe(1);
  });
});

describe('compare-and-swap', () => {
  test('[V3] of 8 edits of one place exactly one is committed and nothing of the others is stored', async () => {
    const { tagId, versionId } = await world.project.workflow();
    for (let round = 0, parent = versionId; round < 5; round += 1) {
      const before = await world.counts();
      const results = await Promise.all(
        Array.from({ length: 8 }, () => world.project.append({ tagId, parent })),
      );
      const won = results.find((result) => result.status === 'committed');
      const lost = results.filter((result) => result !== won);
      expect(lost).toHaveLength(7);
      for (const result of lost) {
        expect(result).toMatchObject({
          status: 'conflict',
          head: won?.version.id,
          seq: round + 2,
          conflicts: [{ kind: 'field', unit: '/nodes/node_0/position' }],
        });
      }
      expect(added(before, await world.counts())).toEqual({
        artifact: 1,
        cas_blob: 1,
        patch_chain_member: 1,
        tag_move: 1,
      });
      parent = won!.version.id;
    }
  });

  test('[V3] of 8 edits at depth 128 one is committed, on the one compaction', async () => {
    const { tagId, versionId } = await world.project.workflow();
    let parent = versionId;
    for (let i = 0; i < LIMITS.chainDepth; i += 1) {
      parent = (await world.project.commit({ tagId, parent })).version.id;
    }
    const before = await world.counts();
    const results = await Promise.all(
      Array.from({ length: 8 }, () => world.project.append({ tagId, parent })),
    );
    expect(results.map(({ status }) => status).sort()).toEqual([
      'committed',
      ...Array<string>(7).fill('conflict'),
    ]);
    expect(added(before, await world.counts())).toEqual({
      artifact: 2,
      cas_blob: 2,
      patch_chain_member: 1,
      tag_move: 1,
    });
  });

  test('[V5] a parent that the branch never had is an error, and nothing is stored', async () => {
    const { tagId, versionId } = await world.project.workflow();
    const elsewhere = await world.project.workflow();
    await world.project.commit({ tagId, parent: versionId });
    const before = await world.counts();
    for (const parent of [elsewhere.versionId, newId()]) {
      await expect(world.project.append({ tagId, parent })).rejects.toMatchObject({
        code: 'parent_not_on_tag',
      });
    }
    expect(await world.counts()).toEqual(before);
  });

  test('[V3] a patch that changes nothing is unchanged and stores nothing', async () => {
    const { tagId, versionId } = await world.project.workflow();
    const before = await world.counts();
    const ops = [{ op: 'replace', path: '/nodes/node_0/name', value: 'Step 0' } as const];
    expect(await world.project.append({ tagId, parent: versionId, ops })).toEqual({
      status: 'unchanged',
      version: versionId,
      changes: [],
    });
    expect(await world.counts()).toEqual(before);
  });
});
