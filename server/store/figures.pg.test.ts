import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestProject } from '../testing/project';
import { createStoreWorld, type StoreWorld } from '../testing/store-world';
import { compact } from './compact';
import { depthDistribution, storageByKind, tagChurn } from './figures';
import { undo } from './undo';

let world: StoreWorld;
let project: TestProject;
let branch: { workflowId: string; tagId: string };
beforeAll(async () => {
  world = await createStoreWorld();
  project = await world.addProject('Figures');
  const { workflowId, tagId, versionId } = await project.workflow();
  branch = { workflowId, tagId };
  let parent = versionId;
  for (let n = 0; n < 3; n += 1) parent = (await project.commit({ tagId, parent })).version.id;
  await project.branch(workflowId, parent, 'same head');
  await project.branch(workflowId, versionId, 'base');
  await project.commit({ tagId, parent, user: project.ben });
  await project.run((trx) => undo(trx, project.by({ ref: { tagId } }, project.ben)), project.ben);
  // The other project has as much, and none of it shows.
  await world.project.workflow();
});
afterAll(() => world.close());

test('[C2] heads by depth count a version once, however many branches point at it', async () => {
  const found = await project.run((trx) => depthDistribution(trx, { projectId: project.id }));
  expect(found).toEqual([
    { depth: 0, heads: 1 },
    { depth: 3, heads: 1 },
  ]);
});

test('[C1][C2] a compacted head counts as no depth at all: the next edit starts at 1', async () => {
  const other = await world.addProject('Depths');
  const depths = () => other.run((trx) => depthDistribution(trx, { projectId: other.id }));
  const { workflowId, tagId, versionId } = await other.workflow();
  const one = (await other.commit({ tagId, parent: versionId })).version.id;
  await other.branch(workflowId, one, 'one');
  const two = (await other.commit({ tagId, parent: one })).version.id;
  await other.run((trx) => compact(trx, other.by({ headId: two })));
  expect(await depths()).toEqual([
    { depth: 0, heads: 1 },
    { depth: 1, heads: 1 },
  ]);
  const next = await other.commit({ tagId, parent: two });
  expect(next.version.depth).toBe(1);
  expect(await depths()).toEqual([{ depth: 1, heads: 2 }]);
});

test('storage by kind is what the blobs of the project take', async () => {
  const found = await project.run((trx) => storageByKind(trx, { projectId: project.id }));
  const stored = await world.sql(
    `select kind, count(*)::int as artifacts, sum(size_bytes)::int as "logicalBytes",
            sum(size_bytes)::int as "storedBytes"
     from artifact join cas_blob using (project_id, cas_id) where project_id = $1 group by 1 order by 1`,
    [project.id],
  );
  expect(found).toEqual(stored);
  expect(found.map(({ kind, artifacts }) => [kind, artifacts])).toEqual([
    ['dag_version', 1],
    ['patch_set', 4],
  ]);
});

test('the busiest branches come first, with their undos and people', async () => {
  const found = await project.run((trx) => tagChurn(trx, { projectId: project.id, days: 7 }));
  expect(found[0]).toMatchObject({ ...branch, tagName: 'main', moves: 6, undos: 1, people: 2 });
  expect(found).toHaveLength(3);
});
