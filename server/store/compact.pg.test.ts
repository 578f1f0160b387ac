import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { digestDag } from '@core/dag/digest';
import { LIMITS } from '@core/limits';
import { SYSTEM_ACTOR } from '@core/system-actor';
import { newId } from '../db/uuid';
import type { Branch } from '../testing/project';
import { added, createStoreWorld, type StoreWorld } from '../testing/store-world';
import { compact } from './compact';
import { flushReplays } from './flush-replays';
import { getVersion } from './get-version';
import { forgetVersions } from './head-cache';
import { listCandidates } from './list-candidates';
import { listCompactions } from './list-compactions';
import { listDescendants } from './list-descendants';
import { listMoves } from './list-moves';
import { resolveChains } from './resolve-chains';
import { undo } from './undo';

let world: StoreWorld;
beforeAll(async () => {
  world = await createStoreWorld();
});
afterAll(() => world.close());

/** A branch and the ids of its versions, oldest first. */
async function grown(edits: number): Promise<Branch & { ids: string[]; head: string }> {
  const branch = await world.project.workflow();
  const ids = [branch.versionId];
  for (let i = 0; i < edits; i += 1) ids.push(await edited(branch.tagId, ids.at(-1)!));
  return { ...branch, ids, head: ids.at(-1)! };
}

const edited = async (tagId: string, parent: string) =>
  (await world.project.commit({ tagId, parent })).version.id;

const compacted = (headId: string, moveTagId?: string, user?: string) =>
  world.project.run((trx) => compact(trx, world.project.by({ headId, moveTagId }, user)), user);

const chain = async (id: string) =>
  (
    await world.project.run((trx) =>
      resolveChains(trx, { projectId: world.project.id, versionIds: [id] }),
    )
  )[0]!;

/** The document from the stored bytes alone, with how many blobs it took. */
async function replayed(versionId: string) {
  forgetVersions();
  const { projectId, userId } = world.project.by({});
  const view = await world.project.run((trx) => getVersion(trx, { projectId, userId, versionId }));
  expect(digestDag(view.document).versionHash).toBe(view.version.versionHash);
  return view;
}

describe('compacting a head', () => {
  test('[C3] an edit made before the branch was pointed at a compaction is committed', async () => {
    const { tagId, head } = await grown(3);
    const { versionId } = await compacted(head, tagId);
    const after = await world.project.commit({ tagId, parent: head });
    expect(after.version).toMatchObject({ parentId: versionId, depth: 1 });
  });

  test('[C1] writes an equal document, moves nothing and keeps lineage', async () => {
    const { tagId, versionId, ids, head } = await grown(6);
    const before = await world.counts();
    const result = await compacted(head);
    expect(added(before, await world.counts())).toEqual({ artifact: 1, audit: 1, cas_blob: 1 });
    expect(result).toMatchObject({
      compactedFromId: head,
      before: result.after,
      originalDepth: 6,
      originalPatches: 6,
      created: true,
      tagMoved: false,
    });
    const full = await replayed(result.versionId);
    expect(full.document).toEqual((await replayed(head)).document);
    expect(full.version).toMatchObject({
      kind: 'dag_version',
      parentId: head,
      depth: 0,
      generation: 7,
    });
    expect(await chain(head)).toMatchObject({
      baseVersion: versionId,
      compactedBase: { id: result.versionId, compactedFromId: head, seq: 6 },
    });

    const next = await world.project.commit({ tagId, parent: head });
    expect(next.version).toMatchObject({
      parentId: head,
      baseVersion: result.versionId,
      depth: 1,
      generation: 8,
    });
    await replayed(next.version.id);
    expect((await chain(next.version.id)).members.map(({ id }) => id)).toEqual([next.version.id]);
    expect((await chain(head)).members.map(({ id }) => id)).toEqual(ids.slice(1));
  });

  test('[C1] a second compaction gives the first, also with four at once', async () => {
    const { head } = await grown(5);
    const before = await world.counts();
    const results = await Promise.all(
      [0, 1, 2, 3].map((n) => compacted(head, undefined, n % 2 ? world.project.ben : undefined)),
    );
    expect(added(before, await world.counts())).toEqual({ artifact: 1, audit: 4, cas_blob: 1 });
    expect(new Set(results.map((result) => result.versionId)).size).toBe(1);
    expect(results.filter((result) => result.created)).toHaveLength(1);
    const again = await compacted(head);
    expect({ ...again, created: true }).toEqual(results.find((result) => result.created));
  });

  test('[C1][V3] moving the branch is a compare-and-swap of kind compaction', async () => {
    const { tagId, head } = await grown(3);
    const result = await compacted(head, tagId);
    expect(result.tagMoved).toBe(true);
    const moves = await world.project.run((trx) =>
      listMoves(trx, { projectId: world.project.id, ref: { tagId }, limit: 1 }),
    );
    expect(moves.items).toMatchObject([
      { seq: 5, kind: 'compaction', from: head, to: result.versionId },
    ]);
    const again = await compacted(head, tagId);
    expect(again).toMatchObject({ versionId: result.versionId, created: false, tagMoved: false });

    const next = await world.project.commit({ tagId, parent: result.versionId });
    expect(next.version).toMatchObject({ parentId: result.versionId, depth: 1, generation: 5 });
    const before = await world.counts();
    await expect(compacted(next.version.id, newId())).rejects.toMatchObject({ code: 'not_found' });
    await expect(compacted(head, tagId)).rejects.toMatchObject({ code: 'conflict' });
    expect(await world.counts()).toEqual(before);
  });

  test('[C1] a branch can be pointed at the base afterwards too, with its stack kept [T2]', async () => {
    const { tagId, head, ids } = await grown(3);
    const first = await compacted(head);
    const moved = await compacted(head, tagId);
    expect(moved).toMatchObject({ versionId: first.versionId, created: false, tagMoved: true });
    const back = await world.project.run((trx) => undo(trx, world.project.by({ ref: { tagId } })));
    expect(back).toMatchObject({ tag: { target: ids[2] } });
  });

  test('[C1][A3] a protected branch is not moved by a compaction, and nothing is stored', async () => {
    const { tagId, head } = await grown(2);
    await world.sql('update tag set protected = true where id = $1', [tagId]);
    const before = await world.counts();
    await expect(compacted(head, tagId)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await world.counts()).toEqual(before);
    await compacted(head);
  });

  test('[C1] what is a full document already, or no version, is refused', async () => {
    const { versionId, head } = await grown(1);
    await expect(compacted(versionId)).rejects.toMatchObject({ code: 'invalid_document' });
    const { versionId: full } = await compacted(head);
    await expect(compacted(full)).rejects.toMatchObject({ code: 'invalid_document' });
    await expect(compacted(newId())).rejects.toMatchObject({ code: 'not_found' });
  });

  test('[C3] edits beside a compacting admin are all kept, each on the one before', async () => {
    const { tagId, head } = await grown(2);
    const ids = [head];
    const editing = (async () => {
      for (let i = 0; i < 60; i += 1) ids.push(await edited(tagId, ids.at(-1)!));
    })();
    let compactions = 0;
    let done = false;
    const compacting = (async () => {
      while (!done) {
        await compacted(ids.at(-1)!).then(
          () => (compactions += 1),
          () => undefined,
        );
      }
    })();
    await editing;
    done = true;
    await compacting;
    expect(compactions).toBeGreaterThan(3);
    const lineage = await world.sql<{ id: string; parent_id: string }>(
      'select id, parent_id from artifact where id = any($1)',
      [ids],
    );
    const parents = new Map(lineage.map((row) => [row.id, row.parent_id]));
    for (const [index, id] of ids.slice(1).entries()) expect(parents.get(id)).toBe(ids[index]);
    await replayed(ids.at(-1)!);
  });
});

describe('a compaction in mid-chain', () => {
  test('[C1][V2] later heads of the chain start from it, and need no older patch', async () => {
    const { ids, head } = await grown(8);
    const mid = ids[5]!;
    const { versionId: full } = await compacted(mid);
    expect((await chain(head)).compactedBase).toEqual({ id: full, compactedFromId: mid, seq: 5 });
    expect((await chain(ids[4]!)).compactedBase).toBeNull();
    const expected = (await replayed(head)).document;
    // An old patch is damaged: what is read shows where the replay began.
    await world.sql('set session_replication_role = replica');
    await world.sql(
      `update cas_blob set bytes = set_byte(bytes, 0, 32) where cas_id = (select cas_id from artifact where id = $1)`,
      [ids[2]],
    );
    await world.sql('set session_replication_role = origin');
    expect((await replayed(head)).document).toEqual(expected);
    await expect(replayed(ids[4]!)).rejects.toMatchObject({ code: 'corruption' });
  });

  test('[V2][C3] one that edits have overtaken serves the next edit once the chain is long', async () => {
    const { workflowId, tagId, ids, head } = await grown(66);
    await compacted(ids[10]!);
    const { versionId: full } = await compacted(ids[63]!);
    const before = await world.counts();
    const first = (await world.project.commit({ tagId, parent: head })).version;
    expect(first).toMatchObject({ parentId: head, baseVersion: full, depth: 4, generation: 68 });
    expect(added(before, await world.counts())).toMatchObject({ patch_chain_member: 4 });
    const second = (await world.project.commit({ tagId, parent: first.id })).version;
    expect(second).toMatchObject({ parentId: first.id, baseVersion: full, depth: 5 });
    expect((await chain(second.id)).members.map(({ id }) => id)).toEqual([
      ...ids.slice(64),
      first.id,
      second.id,
    ]);
    expect((await chain(head)).members.map(({ id }) => id)).toEqual(ids.slice(1));
    expect((await replayed(first.id)).version.parentId).toBe(head);
    await replayed(second.id);

    // Another branch from the same head goes the same way.
    const fork = await world.project.branch(workflowId, head, 'beside');
    const beside = (await world.project.commit({ tagId: fork.id, parent: head })).version;
    expect(beside).toMatchObject({ parentId: head, baseVersion: full, depth: 4 });
    await replayed(beside.id);
  });

  test('[V2] a chain without a compaction runs on to its end, and the edit there makes one', async () => {
    const { tagId, head } = await grown(LIMITS.chainDepth);
    const { version } = await world.project.commit({ tagId, parent: head });
    expect(version).toMatchObject({ parentId: head, depth: 1 });
    const [made] = await world.sql<{ from: string; by: string }>(
      'select compacted_from_id as from, created_by as by from artifact where id = $1',
      [version.baseVersion],
    );
    expect(made).toEqual({ from: head, by: SYSTEM_ACTOR.id });
  });

  test('[C1] the nearest of several compactions is used', async () => {
    const { ids, head } = await grown(8);
    await compacted(ids[3]!);
    const { versionId: nearest } = await compacted(ids[6]!);
    expect((await chain(head)).compactedBase).toMatchObject({ id: nearest, seq: 6 });
    expect((await chain(head)).members).toHaveLength(8);
    await replayed(head);
  });
});

describe('what admins see', () => {
  test('[C2] candidates are the heads deeper than the threshold, with members and bytes', async () => {
    const project = await world.addProject('Candidates');
    const { workflowId, tagId, versionId } = await project.workflow();
    let head = versionId;
    for (let i = 0; i < 21; i += 1) {
      head = (await project.commit({ tagId, parent: head })).version.id;
    }
    await project.branch(workflowId, head, 'also here');
    const list = (threshold?: number) =>
      project.run((trx) => listCandidates(trx, { projectId: project.id, threshold, limit: 10 }));
    const { threshold, items } = await list();
    expect(threshold).toBe(20);
    const [bytes] = await world.sql<{ patches: number; base: number }>(
      `select sum(b.size_bytes) filter (where kind = 'patch_set')::int as patches,
              sum(b.size_bytes) filter (where kind = 'dag_version')::int as base
       from artifact a join cas_blob b using (project_id, cas_id) where project_id = $1`,
      [project.id],
    );
    expect(items).toMatchObject([
      {
        headId: head,
        workflowId,
        tags: [{ name: 'also here' }, { id: tagId, name: 'main' }],
        depth: 21,
        members: 21,
        patchBytes: bytes?.patches,
        baseBytes: bytes?.base,
      },
    ]);
    const [candidate] = items;
    expect(candidate).toMatchObject({
      reading: { blobs: 22, bytes: bytes!.patches + bytes!.base },
      compacted: { blobs: 1 },
      materialized: null,
    });
    expect((await list(21)).items).toEqual([]);
    expect((await list(5)).items).toHaveLength(1);
    const done = await project.run((trx) => compact(trx, project.by({ headId: head })));
    expect(candidate?.compacted.bytes).toBe(done.bytes);
    expect(candidate?.gainBytes).toBe(bytes!.patches + bytes!.base - done.bytes);
    expect((await list()).items).toEqual([]);
  });

  test('[C2] a candidate says what opening it reads, from the nearest compaction on', async () => {
    const project = await world.addProject('Gains');
    const { tagId, versionId } = await project.workflow();
    const ids = [versionId];
    for (let i = 0; i < 5; i += 1) {
      ids.push((await project.commit({ tagId, parent: ids.at(-1)! })).version.id);
    }
    const mid = await project.run((trx) => compact(trx, project.by({ headId: ids[3]! })));
    forgetVersions();
    const candidate = async () => {
      const args = { projectId: project.id, threshold: 4, limit: 10 };
      return (await project.run((trx) => listCandidates(trx, args))).items[0]!;
    };
    const [after] = await world.sql<{ bytes: number }>(
      `select sum(size_bytes)::int as bytes from artifact join cas_blob using (project_id, cas_id)
       where id = any($1)`,
      [ids.slice(4)],
    );
    expect(await candidate()).toMatchObject({
      headId: ids[5],
      members: 5,
      reading: { blobs: 3, bytes: mid.bytes + after!.bytes },
      compacted: { blobs: 1, bytes: null },
      gainBytes: null,
      materialized: null,
    });
    const start = Date.now();
    const { ada: userId, id: projectId } = project;
    await project.run((trx) => getVersion(trx, { projectId, userId, versionId: ids[5]! }));
    await flushReplays(world.db);
    const { materialized } = await candidate();
    expect(materialized?.ms).toBeGreaterThan(0);
    expect(Date.parse(materialized!.at)).toBeGreaterThanOrEqual(start);
  });

  test('[C1] the list of compactions pages, newest first', async () => {
    const project = await world.addProject('Compactions');
    const { workflowId, tagId, versionId } = await project.workflow();
    let head = versionId;
    const made: string[] = [];
    for (let i = 0; i < 3; i += 1) {
      head = (await project.commit({ tagId, parent: head })).version.id;
      const result = await project.run((trx) => compact(trx, project.by({ headId: head })));
      made.unshift(result.versionId);
    }
    const page = (cursor?: string) =>
      project.run((trx) => listCompactions(trx, { projectId: project.id, limit: 2, cursor }));
    const first = await page();
    const second = await page(first.next ?? undefined);
    expect([...first.items, ...second.items].map((row) => row.versionId)).toEqual(made);
    expect(second.next).toBeNull();
    for (const row of first.items) {
      expect(row).toMatchObject({ workflowId, workflowName: 'Leads', before: row.after });
    }
    await expect(page('-1')).rejects.toMatchObject({ code: 'invalid_cursor' });
  });

  test('[C1] descendants run on through compactions and forks', async () => {
    const { workflowId, tagId, ids, head } = await grown(3);
    const { versionId: full } = await compacted(head, tagId);
    const after = await edited(tagId, full);
    const fork = await world.project.branch(workflowId, ids[1]!, 'fork');
    const forked = await edited(fork.id, ids[1]!);
    const all = async (direct: boolean) =>
      (
        await world.project.run((trx) =>
          listDescendants(trx, {
            projectId: world.project.id,
            versionId: ids[1]!,
            direct,
            limit: 50,
          }),
        )
      ).items.map(({ id }) => id);
    expect(await all(false)).toEqual([ids[2], ids[3], full, after, forked]);
    expect(await all(true)).toEqual([ids[2], forked]);
  });
});
