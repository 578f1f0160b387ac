import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nudge } from '../testing/project';
import { createStoreWorld, type StoreWorld } from '../testing/store-world';
import { submitRun } from '../runs/submit-run';
import { compact } from './compact';
import { getVersion } from './get-version';
import { forgetVersions } from './head-cache';
import { commitMerge } from './merge/commit-merge';

let world: StoreWorld;
beforeAll(async () => {
  world = await createStoreWorld();
});
afterAll(() => world.close());

const CORRUPTION = { code: 'corruption' };

/** Changes what no role of the product can, as a failing disk would. */
async function damage(text: string, values: unknown[]): Promise<void> {
  await world.sql('set session_replication_role = replica');
  await world.sql(text, values);
  await world.sql('set session_replication_role = origin');
  forgetVersions();
}

async function grown(): Promise<{ tagId: string; ids: string[]; head: string }> {
  const { tagId, versionId } = await world.project.workflow();
  const ids = [versionId];
  for (let i = 0; i < 4; i += 1) {
    ids.push((await world.project.commit({ tagId, parent: ids.at(-1)! })).version.id);
  }
  return { tagId, ids, head: ids.at(-1)! };
}

const read = (versionId: string) => {
  const { projectId, userId } = world.project.by({});
  return world.project.run((trx) => getVersion(trx, { projectId, userId, versionId }));
};

/** Every way in which a damaged head could be used; none of them may store anything. */
async function expectRefused(tagId: string, head: string): Promise<void> {
  const before = await world.counts();
  const { run, by, append } = world.project;
  await expect(read(head)).rejects.toMatchObject(CORRUPTION);
  await expect(append({ tagId, parent: head })).rejects.toMatchObject(CORRUPTION);
  await expect(run((trx) => compact(trx, by({ headId: head })))).rejects.toMatchObject(CORRUPTION);
  await expect(run((trx) => submitRun(trx, by({ ref: { tagId } })))).rejects.toMatchObject(
    CORRUPTION,
  );
  expect(await world.counts()).toEqual(before);
}

describe('bytes', () => {
  test.each([
    ['the base', 0],
    ['a patch', 2],
    ['the last patch', 4],
  ])('[V7] a flipped bit in %s is reported and never served', async (_, index) => {
    const { tagId, ids, head } = await grown();
    await damage(
      `update cas_blob set bytes = set_bit(bytes, 77, 1 - get_bit(bytes, 77))
       where cas_id = (select cas_id from artifact where id = $1)`,
      [ids[index]],
    );
    await expectRefused(tagId, head);
    // The test of another row begins with sound bytes.
    await damage(
      `update cas_blob set bytes = set_bit(bytes, 77, 1 - get_bit(bytes, 77))
       where cas_id = (select cas_id from artifact where id = $1)`,
      [ids[index]],
    );
    expect((await read(head)).version.id).toBe(head);
  });
});

describe('chains', () => {
  test.each([
    ['the first', 1],
    ['a middle', 2],
    ['the last', 4],
  ])('[V7] %s link missing is reported and never served', async (_, seq) => {
    const { tagId, head } = await grown();
    await damage(
      `delete from patch_chain_member where seq = $2
       and chain_id = (select chain_id from artifact where id = $1)`,
      [head, seq],
    );
    await expectRefused(tagId, head);
  });

  test('[V7] a link that leads to another patch is reported by whoever relies on the hash', async () => {
    const { tagId, ids, head } = await grown();
    await damage(
      `update patch_chain_member set member_id = $2 where seq = 4
       and chain_id = (select chain_id from artifact where id = $1)`,
      [head, ids[1]],
    );
    const { run, by, append } = world.project;
    const before = await world.counts();
    await expect(append({ tagId, parent: head })).rejects.toMatchObject(CORRUPTION);
    await expect(run((trx) => compact(trx, by({ headId: head })))).rejects.toMatchObject(
      CORRUPTION,
    );
    expect(await world.counts()).toEqual(before);
  });

  test('[V7] a recorded hash that the replay does not give is reported by edit, compaction and run', async () => {
    const { tagId, head } = await grown();
    await damage(
      `update artifact set version_hash = 'sha256:wrong', logic_hash = 'sha256:wrong' where id = $1`,
      [head],
    );
    const { run, by, append } = world.project;
    const before = await world.counts();
    await expect(append({ tagId, parent: head })).rejects.toMatchObject(CORRUPTION);
    await expect(run((trx) => compact(trx, by({ headId: head })))).rejects.toMatchObject(
      CORRUPTION,
    );
    await expect(run((trx) => submitRun(trx, by({ ref: { tagId } })))).rejects.toMatchObject(
      CORRUPTION,
    );
    expect(await world.counts()).toEqual(before);
  });

  test.each(['ours', 'theirs', 'base'] as const)(
    '[V7] a merge is refused when its %s does not give the recorded hash',
    async (side) => {
      const { tagId, ids, head } = await grown();
      const { run, by, branch, commit } = world.project;
      const [base] = ids as [string];
      const { workflowId } = (await read(head)).version;
      const { id: sideId } = await branch(workflowId, base, 'side');
      const { version } = await commit({ tagId: sideId, parent: base, ops: [nudge('node_1')] });
      const sides = { ours: head, theirs: version.id };
      const id = { ...sides, base }[side];
      await damage(`update artifact set version_hash = 'sha256:wrong' where id = $1`, [id]);
      const before = await world.counts();
      const merge = run((trx) =>
        commitMerge(trx, by({ ref: { tagId }, ...sides, resolutions: [] })),
      );
      await expect(merge).rejects.toMatchObject({ ...CORRUPTION, data: { version: id } });
      expect(await world.counts()).toEqual(before);
    },
  );
});
