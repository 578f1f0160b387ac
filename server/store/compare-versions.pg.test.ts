import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyPatch } from '@core/patch/apply-patch';
import { smallDocument } from '../testing/documents';
import { createStoreWorld, type StoreWorld } from '../testing/store-world';
import { compareVersions } from './compare-versions';
import type { VersionRef } from './get-version';

let world: StoreWorld;
beforeAll(async () => {
  world = await createStoreWorld();
});
afterAll(() => world.close());

const compared = (before: VersionRef, after: VersionRef, layout = true) =>
  world.project.run((trx) =>
    compareVersions(trx, { projectId: world.project.id, before, after, layout }),
  );

test('[M2] any two versions, named by id, by hash or as the end of a branch', async () => {
  const { workflowId, tagId, versionId } = await world.project.workflow();
  const moved = { op: 'replace' as const, path: '/nodes/node_1/position', value: { x: 5, y: 5 } };
  const named = { op: 'replace' as const, path: '/nodes/node_2/name', value: 'Renamed' };
  const ops = [moved, named];
  const { version } = await world.project.commit({ tagId, parent: versionId, ops });

  const found = await compared({ versionId }, { tagId });
  expect(found).toMatchObject({ before: { id: versionId }, after: { id: version.id } });
  expect(found.comparison.counts.nodes).toEqual({ added: 0, removed: 0, changed: 1, moved: 1 });
  expect(found.comparison.logicChanged).toBe(version.logicHash !== found.before.logicHash);
  expect(applyPatch(smallDocument(), found.ops)).toEqual(applyPatch(smallDocument(), ops));
  expect(await compared({ versionId }, { workflowId, tag: 'main' })).toEqual(found);
  const { versionHash } = version;
  expect(await compared({ versionId }, { workflowId, versionHash })).toEqual(found);

  const logic = await compared({ tagId }, { versionId }, false);
  expect(logic.comparison.entries.nodes).toMatchObject([
    { id: 'node_2', kind: 'changed', name: { before: 'Renamed', after: 'Step 2' } },
  ]);
  expect(logic.ops).toHaveLength(2);
});

test('[M2] versions of two workflows compare too', async () => {
  const [one, two] = [
    await world.project.workflow(),
    await world.project.workflow(smallDocument(3)),
  ];
  const { comparison } = await compared({ versionId: one.versionId }, { versionId: two.versionId });
  expect(comparison.counts.nodes.removed).toBe(7);
});

test('[A2] what is not there, or not ours, is not found', async () => {
  const { versionId } = await world.project.workflow();
  const theirs = await (await world.addProject('Others')).workflow();
  for (const ref of [
    { versionId: theirs.versionId },
    { tagId: theirs.tagId },
    { workflowId: theirs.workflowId, tag: 'main' },
    { workflowId: theirs.workflowId, versionHash: '0'.repeat(64) },
  ]) {
    await expect(compared({ versionId }, ref)).rejects.toMatchObject({ code: 'not_found' });
    await expect(compared(ref, { versionId })).rejects.toMatchObject({ code: 'not_found' });
  }
});
