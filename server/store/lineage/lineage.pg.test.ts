import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../db/uuid';
import { runs } from '../../testing/arbitraries';
import {
  lineageIn,
  liveThrough,
  makeMerge,
  type RandomHistory,
  steps,
  type StoredVersion,
} from '../../testing/random-history';
import { createStoreWorld, type StoreWorld } from '../../testing/store-world';
import { compact } from '../compact';
import { divergenceOf } from '@core/version/ancestry';
import { findMergeBase } from './find-merge-base';
import { lineageOf } from './lineage-of';
import { loadAncestry } from './load-ancestry';

let world: StoreWorld;
beforeAll(async () => {
  world = await createStoreWorld();
});
afterAll(() => world.close());

const lineage = (headId: string, projectId = world.project.id) =>
  world.project.run(async (trx) => {
    const rows = await trx
      .selectFrom(lineageOf({ projectId, headId }).as('a'))
      .select(['a.id', 'a.generation', 'a.touches'])
      .execute();
    return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  });

const mergeBase = (ours: string, theirs: string) =>
  world.project.run((trx) => findMergeBase(trx, { projectId: world.project.id, ours, theirs }));

/** The common ancestors that no other common ancestor came from. */
function lowestIn({ versions }: RandomHistory, ours: string, theirs: string): StoredVersion[] {
  const mine = lineageIn(versions, ours);
  const common = [...lineageIn(versions, theirs)].filter((id) => mine.has(id));
  const above = new Set(
    common.flatMap((id) => [...lineageIn(versions, id)].filter((other) => other !== id)),
  );
  return common
    .filter((id) => !above.has(id))
    .map((id) => versions.get(id)!)
    .sort((a, b) => b.generation - a.generation || (a.id < b.id ? -1 : 1));
}

test('[V2] the lineage of any version is what a walk over its parents meets', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      const { versions } = await liveThrough(world, history);
      for (const headId of versions.keys()) {
        const expected = [...lineageIn(versions, headId)].sort().map((id) => {
          const { generation, touches } = versions.get(id)!;
          return { id, generation, touches };
        });
        expect(await lineage(headId)).toEqual(expected);
      }
    }),
    runs(12),
  );
});

test('[C3] a lineage is whole across compactions that edits have overtaken', async () => {
  const { workflowId, tagId, versionId } = await world.project.workflow();
  const ids = [versionId];
  for (let n = 1; n <= 220; n += 1) {
    const { version } = await world.project.commit({ tagId, parent: ids.at(-1)! });
    ids.push(version.id);
    if (n % 50 === 0) {
      const by = world.project.by({ headId: ids[n - 20]! });
      await world.project.run((trx) => compact(trx, by));
    }
  }
  const chains = await world.sql(
    `select distinct chain_id from artifact where workflow_id = $1 and chain_id is not null`,
    [workflowId],
  );
  expect(chains.length).toBeGreaterThan(1);
  expect((await lineage(ids.at(-1)!)).map(({ id }) => id)).toEqual([...ids].sort());
  expect(await mergeBase(ids[100]!, ids[219]!)).toMatchObject({ id: ids[100] });
});

test('[M3] the merge base of any two versions is the lowest of their common ancestors', async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.infiniteStream(fc.nat()), async (history, picks) => {
      const lived = await liveThrough(world, history);
      const ids = [...lived.versions.keys()];
      const pick = () => ids[(picks.next().value as number) % ids.length]!;
      for (let turn = 0; turn < 30; turn += 1) {
        const [ours, theirs] = [pick(), pick()];
        const lowest = lowestIn(lived, ours, theirs);
        const found = await mergeBase(ours, theirs);
        expect(found).toEqual({
          id: lowest[0]!.id,
          generation: lowest[0]!.generation,
          candidates: lowest.length,
        });
      }
    }),
    runs(15),
  );
});

test('[M1] two lineages are apart by the versions that only one of them has', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      const { versions } = await liveThrough(world, history);
      const headIds = [...versions.keys()];
      const ancestry = await world.project.run((trx) =>
        loadAncestry(trx, { projectId: world.project.id, headIds }),
      );
      const lineages = new Map(headIds.map((id) => [id, lineageIn(versions, id)]));
      for (const [ours, mine] of lineages) {
        for (const [theirs, others] of lineages) {
          expect(divergenceOf(ancestry, ours, theirs)).toEqual({
            ahead: [...mine].filter((id) => !others.has(id)).length,
            behind: [...others].filter((id) => !mine.has(id)).length,
          });
        }
      }
    }),
    runs(12),
  );
});

//  root ─ a1 ─ a2 ─ A (merges b2)
//     └── b1 ─ b2 ─ B (merges a2)
test('[M3] after merges across, the highest generation wins, then the smallest id', async () => {
  const { workflowId, tagId, versionId } = await world.project.workflow();
  const grow = async (tag: string, parent: string) =>
    (await world.project.commit({ tagId: tag, parent })).version.id;
  const { id: otherId } = await world.project.branch(workflowId, versionId, 'other');
  const a2 = await grow(tagId, await grow(tagId, versionId));
  const b2 = await grow(otherId, await grow(otherId, versionId));
  const by = world.project.by({ headId: a2 });
  await world.project.run((trx) => compact(trx, by));
  const [a, b] = [await grow(tagId, a2), await grow(otherId, b2)];
  expect(await mergeBase(a, b)).toEqual({ id: versionId, generation: 1, candidates: 1 });
  await makeMerge(world, { id: a, theirs: b2 });
  expect(await mergeBase(a, b)).toEqual({ id: b2, generation: 3, candidates: 1 });
  await makeMerge(world, { id: b, theirs: a2 });
  expect(await mergeBase(a, b)).toEqual({ id: a2, generation: 3, candidates: 2 });
  expect(await mergeBase(b, a)).toEqual({ id: a2, generation: 3, candidates: 2 });
});

test('[A2] of another project, or of nothing, there is no lineage and no merge base', async () => {
  const ours = await world.project.workflow();
  const stranger = await world.addProject('Theirs');
  const theirs = await stranger.workflow();
  expect(await lineage(newId())).toEqual([]);
  expect(await lineage(theirs.versionId)).toEqual([]);
  expect(await lineage(theirs.versionId, stranger.id)).toEqual([]);
  const other = await world.project.workflow();
  expect(await mergeBase(ours.versionId, other.versionId)).toBeUndefined();
  expect(await mergeBase(ours.versionId, theirs.versionId)).toBeUndefined();
});

test('[V2] two versions of one chain never have the same depth', async () => {
  const { versionId, tagId } = await world.project.workflow();
  const { version } = await world.project.commit({ tagId, parent: versionId });
  const copy = sql`
    insert into artifact (project_id, id, workflow_id, kind, cas_id, parent_id, base_version, chain_id, depth,
      version_hash, logic_hash, created_by)
    select project_id, ${newId()}, workflow_id, kind, cas_id, parent_id, base_version, chain_id, depth,
      version_hash, logic_hash, created_by from artifact where id = ${version.id}`;
  await expect(world.project.run((trx) => copy.execute(trx))).rejects.toMatchObject({
    constraint: 'artifact_chain',
  });
});
