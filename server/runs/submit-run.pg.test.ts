import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { logicProjection } from '@core/dag/logic';
import { canonicalBytes } from '@core/json/canonical';
import type { Dag } from '@core/dag/document';
import type { Op } from '@core/patch/ops';
import { newId } from '../db/uuid';
import { blobOf, MEDIA_TYPES } from '../store/blob';
import { compact } from '../store/compact';
import { cacheHitRate } from '../store/figures';
import { forgetVersions } from '../store/head-cache';
import { smallDocument } from '../testing/documents';
import { nudge } from '../testing/project';
import { added, createStoreWorld, type StoreWorld } from '../testing/store-world';
import { getRun } from './get-run';
import { listRuns } from './list-runs';
import { submitRun } from './submit-run';

let world: StoreWorld;
beforeAll(async () => {
  world = await createStoreWorld();
});
afterAll(() => world.close());

let values = 0;
/** A document of logic that nobody else's test has. */
function fresh(): Dag {
  values += 1;
  const document = smallDocument();
  return { ...document, settings: { run: { test: values }, ui: {} } };
}
const configure = (): Op => {
  values += 1;
  return { op: 'replace', path: '/nodes/node_1/config', value: { n: values } };
};

const submit = (ref: { tagId: string } | { versionId: string }, input?: unknown) =>
  world.project.run((trx) => submitRun(trx, world.project.by({ ref, input })));
const detail = (runId: string) =>
  world.project.run((trx) => getRun(trx, { projectId: world.project.id, runId }));

describe('submitting', () => {
  test('[R1] pins the branch, its version and where every branch stood', async () => {
    const document = fresh();
    const { workflowId, tagId, versionId } = await world.project.workflow(document);
    const { version } = await world.project.commit({ tagId, parent: versionId });
    const other = await world.project.branch(workflowId, versionId, 'exp/a');
    const before = await world.counts();
    const run = await submit({ tagId }, { leads: [1, 2] });
    expect(added(before, await world.counts())).toEqual({
      artifact: 2,
      audit: 1,
      cas_blob: 2,
      run: 1,
      run_snapshot_index: 1,
    });
    expect(run).toMatchObject({
      tagName: 'main',
      versionId: version.id,
      versionHash: version.versionHash,
      logicHash: version.logicHash,
      snapshot: 'built',
      status: 'QUEUED',
      submittedBy: { name: 'Ada' },
    });
    const stored = await detail(run.id);
    expect(stored).toMatchObject({
      ...run,
      input: { leads: [1, 2] },
      tagsSnapshot: { main: version.id, 'exp/a': other.target },
      branches: [
        { name: 'exp/a', versionId },
        { name: 'main', versionId: version.id, versionHash: version.versionHash },
      ],
    });
    expect(stored.document.nodes.node_0?.position?.x).toBeGreaterThan(0);

    const [manifest] = await world.sql<{ bytes: Buffer }>(
      'select bytes from artifact join cas_blob using (project_id, cas_id) where id = $1',
      [stored.manifestId],
    );
    expect(JSON.parse(manifest!.bytes.toString())).toEqual({
      schema: 1,
      run: run.id,
      workflow: workflowId,
      tag: { id: tagId, name: 'main' },
      version: version.id,
      version_hash: version.versionHash,
      logic_hash: version.logicHash,
      plan_hash: run.planHash,
      snapshot: { id: run.snapshotId, cas_id: run.snapshotHash },
      tags_snapshot: { main: version.id, 'exp/a': versionId },
      input: { leads: [1, 2] },
      submitted_by: world.project.ada,
    });
    expect(run.snapshotHash).toBe(
      blobOf(canonicalBytes(logicProjection(stored.document)), MEDIA_TYPES.snapshot).casId,
    );
  });

  test('[R1] the run stays what it was when the branch moves on', async () => {
    const { tagId, versionId } = await world.project.workflow(fresh());
    const run = await submit({ tagId });
    const before = await detail(run.id);
    await world.project.commit({ tagId, parent: versionId, ops: [configure()] });
    expect(await detail(run.id)).toEqual(before);
  });

  test('[R1] of unknown branches, versions and another project’s does not exist', async () => {
    const theirs = await world.addProject('Runners');
    const branch = await theirs.workflow();
    const before = await world.counts();
    for (const ref of [
      { tagId: newId() },
      { tagId: branch.tagId },
      { versionId: newId() },
      { versionId: branch.versionId },
    ]) {
      await expect(submit(ref)).rejects.toMatchObject({ code: 'not_found' });
    }
    expect(await world.counts()).toEqual(before);
  });

  test('[D6] a workflow with a loop is refused with the reason, and nothing is stored', async () => {
    const document = fresh();
    const back = { source: 'node_3', target: 'node_1', feedback: true };
    const { tagId } = await world.project.workflow({
      ...document,
      edges: { ...document.edges, back },
    });
    const before = await world.counts();
    await expect(submit({ tagId })).rejects.toMatchObject({
      code: 'run_refused',
      message: 'This workflow has a loop and cannot run: “Step 3” leads back to “Step 1”.',
      data: { edges: ['back'] },
    });
    expect(await world.counts()).toEqual(before);
  });

  test.each([
    ['U+0000', { a: '\0' }],
    ['half a surrogate pair', ['\ud800']],
    ['a polluting key', JSON.parse('{"__proto__": {}}')],
    ['not a number', NaN],
  ])('[D5] an input with %s is refused and stores nothing', async (_, input) => {
    const { tagId } = await world.project.workflow(fresh());
    const before = await world.counts();
    await expect(submit({ tagId }, input)).rejects.toMatchObject({ code: 'invalid_json' });
    expect(await world.counts()).toEqual(before);
  });
});

describe('snapshots', () => {
  test('[R2] the same plan is reused, whatever the input and whoever asks', async () => {
    const { tagId, versionId } = await world.project.workflow(fresh());
    const first = await submit({ tagId });
    for (const again of [await submit({ tagId }, 1), await submit({ versionId })]) {
      expect(again).toMatchObject({
        snapshot: 'reused',
        snapshotId: first.snapshotId,
        planHash: first.planHash,
      });
      expect(again.id).not.toBe(first.id);
    }
  });

  test('[R2] moving a box links the same bytes without reading a single blob', async () => {
    const { tagId, versionId } = await world.project.workflow(fresh());
    const first = await submit({ tagId });
    await world.project.commit({ tagId, parent: versionId, ops: [nudge()] });
    // Were the document needed, its damaged base would be noticed.
    forgetVersions();
    await world.sql('set session_replication_role = replica');
    await world.sql(
      `update cas_blob set bytes = set_byte(bytes, 0, 32) where cas_id = (select cas_id from artifact where id = $1)`,
      [versionId],
    );
    await world.sql('set session_replication_role = origin');
    const second = await submit({ tagId });
    expect(second).toMatchObject({
      snapshot: 'linked',
      snapshotHash: first.snapshotHash,
      logicHash: first.logicHash,
    });
    expect(second.planHash).not.toBe(first.planHash);
    expect(second.snapshotId).not.toBe(first.snapshotId);
  });

  test('[R2][C1] compacting keeps the plan; moving the branch onto it links', async () => {
    const { tagId, versionId } = await world.project.workflow(fresh());
    const { version } = await world.project.commit({ tagId, parent: versionId });
    const first = await submit({ tagId });
    const { run, by } = world.project;
    await run((trx) => compact(trx, by({ headId: version.id })));
    expect(await submit({ tagId })).toMatchObject({
      snapshot: 'reused',
      snapshotId: first.snapshotId,
    });
    await run((trx) => compact(trx, by({ headId: version.id, moveTagId: tagId })));
    expect(await submit({ tagId })).toMatchObject({
      snapshot: 'linked',
      snapshotHash: first.snapshotHash,
    });
  });

  test('[R2] other logic is built', async () => {
    const { tagId, versionId } = await world.project.workflow(fresh());
    const first = await submit({ tagId });
    await world.project.commit({ tagId, parent: versionId, ops: [configure()] });
    const second = await submit({ tagId });
    expect(second.snapshot).toBe('built');
    expect(second.snapshotHash).not.toBe(first.snapshotHash);
  });

  test('[R2] racing submits of one plan share one snapshot', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { tagId } = await world.project.workflow(fresh());
      const before = await world.counts();
      const made = await Promise.all(Array.from({ length: 8 }, () => submit({ tagId })));
      expect(new Set(made.map(({ snapshotId }) => snapshotId)).size).toBe(1);
      expect(made.map(({ snapshot }) => snapshot).sort()).toEqual([
        'built',
        ...Array<string>(7).fill('reused'),
      ]);
      expect(added(before, await world.counts())).toMatchObject({
        run: 8,
        run_snapshot_index: 1,
        artifact: 9,
      });
    }
  });

  test('[R2][V6] two projects with one plan have a snapshot each', async () => {
    const theirs = await world.addProject('Snapshots');
    const document = fresh();
    const ours = await world.project.workflow(document);
    const first = await submit({ tagId: ours.tagId });
    const { tagId } = await theirs.workflow(document);
    const second = await theirs.run((trx) => submitRun(trx, theirs.by({ ref: { tagId } })));
    expect(second).toMatchObject({ snapshot: 'built', planHash: first.planHash });
    expect(second.snapshotId).not.toBe(first.snapshotId);
  });
});

describe('runs', () => {
  test('[R2] that used a snapshot are listed by it, newest first, in pages', async () => {
    const { tagId, workflowId } = await world.project.workflow(fresh());
    const made: string[] = [];
    for (let n = 0; n < 5; n += 1) made.unshift((await submit({ tagId })).id);
    const { snapshotId } = await detail(made[0]!);
    const page = (cursor?: string) =>
      world.project.run((trx) =>
        listRuns(trx, { projectId: world.project.id, snapshotId, limit: 3, cursor }),
      );
    const first = await page();
    const second = await page(first.next ?? undefined);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(made);
    expect(second.next).toBeNull();
    const ofWorkflow = await world.project.run((trx) =>
      listRuns(trx, { projectId: world.project.id, workflowId, limit: 10 }),
    );
    expect(ofWorkflow.items.map(({ id }) => id)).toEqual(made);
  });

  test('[R2] the hit rate counts what was reused and linked', async () => {
    const project = await world.addProject('Rates');
    const rate = () => project.run((trx) => cacheHitRate(trx, { projectId: project.id }));
    expect(await rate()).toEqual({ runs: 0, reused: 0, linked: 0, built: 0, hitRate: null });
    const { tagId, versionId } = await project.workflow();
    const submitted = () => project.run((trx) => submitRun(trx, project.by({ ref: { tagId } })));
    await submitted();
    await submitted();
    await project.commit({ tagId, parent: versionId });
    await submitted();
    expect(await rate()).toEqual({ runs: 3, reused: 1, linked: 1, built: 1, hitRate: 2 / 3 });
  });
});
