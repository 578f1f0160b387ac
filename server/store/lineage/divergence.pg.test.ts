import { afterAll, beforeAll, expect, test } from 'vitest';
import { createStoreWorld, type StoreWorld } from '../../testing/store-world';
import { compact } from '../compact';
import { getDivergence, listDivergences } from './divergence';

let world: StoreWorld;
beforeAll(async () => {
  world = await createStoreWorld();
});
afterAll(() => world.close());

const divergence = (tagId: string, against?: string) =>
  world.project.run((trx) => getDivergence(trx, { projectId: world.project.id, tagId, against }));

//  root ─ m1 ─ m2 ─ m3 ─ m4   main
//               └── s1        side, which forked after a compaction of m2
test('[M1] a branch is ahead by its own versions and behind by those of main', async () => {
  const { project } = world;
  const { workflowId, tagId, versionId } = await project.workflow();
  const grow = async (tag: string, parent: string) =>
    (await project.commit({ tagId: tag, parent })).version.id;
  const m2 = await grow(tagId, await grow(tagId, versionId));
  const compacted = await project.run((trx) => compact(trx, project.by({ headId: m2 })));
  const side = await project.branch(workflowId, compacted.versionId, 'side');
  expect(await divergence(side.id)).toEqual({ ahead: 0, behind: 0, mergeBase: m2 });
  await grow(side.id, compacted.versionId);
  const m4 = await grow(tagId, await grow(tagId, m2));

  expect(await divergence(side.id)).toEqual({ ahead: 1, behind: 2, mergeBase: m2 });
  expect(await divergence(tagId, side.id)).toEqual({ ahead: 2, behind: 1, mergeBase: m2 });
  expect(await divergence(tagId)).toEqual({ ahead: 0, behind: 0, mergeBase: m4 });
  const all = await project.run((trx) =>
    listDivergences(trx, { projectId: project.id, workflowId }),
  );
  expect(all).toEqual([
    { tagId, ahead: 0, behind: 0 },
    { tagId: side.id, ahead: 1, behind: 2 },
  ]);
});

test('[A2] a branch of another workflow or project is not found', async () => {
  const [one, two] = [await world.project.workflow(), await world.project.workflow()];
  const theirs = await (await world.addProject('Others')).workflow();
  const notFound = { code: 'not_found' };
  await expect(divergence(one.tagId, two.tagId)).rejects.toMatchObject(notFound);
  await expect(divergence(one.tagId, theirs.tagId)).rejects.toMatchObject(notFound);
  await expect(divergence(theirs.tagId)).rejects.toMatchObject(notFound);
  const { id: projectId } = world.project;
  const { workflowId } = theirs;
  await expect(
    world.project.run((trx) => listDivergences(trx, { projectId, workflowId })),
  ).rejects.toMatchObject(notFound);
});
