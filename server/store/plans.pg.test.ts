import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Transaction } from 'kysely';
import type { DB } from '../db/schema/db';
import { newId } from '../db/uuid';
import { getRun } from '../runs/get-run';
import { listRuns } from '../runs/list-runs';
import { submitRun } from '../runs/submit-run';
import { explain } from '../testing/explain';
import { nudge } from '../testing/project';
import { type Seeded, seed } from '../testing/seed';
import { statementsOf } from '../testing/statements';
import { createStoreWorld, type StoreWorld } from '../testing/store-world';
import { compact } from './compact';
import { createTag } from './create-tag';
import { dueHeads } from './due-heads';
import { getTag } from './get-tag';
import { getVersion } from './get-version';
import { getWorkflow } from './get-workflow';
import { forgetVersions } from './head-cache';
import { blame } from './lineage/blame';
import { listDivergences } from './lineage/divergence';
import { findMergeBase } from './lineage/find-merge-base';
import { listHistory } from './lineage/list-history';
import { listCandidates } from './list-candidates';
import { listCompactions } from './list-compactions';
import { listDescendants } from './list-descendants';
import { listMoves } from './list-moves';
import { listTags } from './list-tags';
import { listWorkflows } from './list-workflows';
import { resolveChains } from './resolve-chains';
import { undo } from './undo';
import { openDatabase, closeDatabase, type Database } from '../db/database';
import { inProject } from '../db/transaction';
import { appendPatch } from './append-patch';

/** Tables of which no query of the hot paths may read more than it needs. */
const BIG = [
  'artifact',
  'cas_blob',
  'patch_chain_member',
  'tag_move',
  'run',
  'run_snapshot_index',
  'audit',
];

let world: StoreWorld;
let db: Database;
let client: pg.Client;
let seeded: Seeded;
/** A branch written by the store itself, whose documents can be read. */
let branch: { workflowId: string; tagId: string; versionId: string; head: string };
beforeAll(async () => {
  world = await createStoreWorld();
  branch = await grow();
  seeded = await seed(world, world.project, { workflows: 50, depth: 120 });
  db = openDatabase({ url: world.database.appUrl, max: 1 });
  client = new pg.Client(world.database.appUrl);
  await client.connect();
  await client.query(
    "select set_config('app.project_id', $1, false), set_config('app.user_id', $2, false)",
    [world.project.id, world.project.ada],
  );
});
afterAll(async () => {
  await client.end();
  await closeDatabase(db);
  await world.close();
});

async function grow() {
  const { workflowId, tagId, versionId } = await world.project.workflow();
  let head = versionId;
  for (let n = 0; n < 30; n += 1) {
    head = (await world.project.commit({ tagId, parent: head })).version.id;
  }
  return { workflowId, tagId, versionId, head };
}

/** What a verb sends, planned as the application. Fails at a scan of a big table; gives the indexes used. */
async function indexesOf(work: (trx: Transaction<DB>) => Promise<unknown>): Promise<string[]> {
  const { projectId, userId } = world.project.by({});
  const sent = await statementsOf(db, () => inProject(db, { projectId, userId }, work));
  expect(sent.length).toBeGreaterThan(0);
  const indexes = new Set<string>();
  for (const statement of sent) {
    for (const plan of await explain(client, statement)) {
      const scanned = plan.scanned.filter((table) => BIG.includes(table));
      expect(scanned, `${statement.text}\n${plan.text}`).toEqual([]);
      for (const index of plan.indexes) indexes.add(index);
    }
  }
  return [...indexes];
}

const project = () => ({ projectId: world.project.id });

describe('as the application, on thousands of versions', () => {
  test('there is something to plan for', async () => {
    const { artifact, tag_move } = await world.counts();
    expect(artifact).toBeGreaterThan(5_000);
    expect(tag_move).toBeGreaterThan(5_000);
  });

  test.each([
    ['by id', () => ({ tagId: seeded.tagId })],
    ['by name', () => ({ workflowId: seeded.workflowId, tag: 'main' })],
  ])('[A2][V2] a branch %s to its base and chain', async (_, ref) => {
    const indexes = await indexesOf(async (trx) => {
      const tag = await getTag(trx, { ...project(), ref: ref() });
      await resolveChains(trx, { ...project(), versionIds: [tag.target] });
    });
    expect(indexes).toContain('patch_chain_member_pkey');
  });

  test('[V2] chains of many heads at once, with their compacted bases', async () => {
    const indexes = await indexesOf((trx) =>
      resolveChains(trx, { ...project(), versionIds: seeded.heads }),
    );
    expect(indexes).toEqual(
      expect.arrayContaining([
        'patch_chain_member_pkey',
        'artifact_pkey',
        'artifact_compacted_from',
      ]),
    );
  });

  test('[V2][C1] the bytes of a version', async () => {
    forgetVersions();
    const { userId } = world.project.by({});
    const indexes = await indexesOf((trx) =>
      getVersion(trx, { ...project(), userId, versionId: branch.head }),
    );
    expect(indexes).toEqual(
      expect.arrayContaining([
        'patch_chain_member_pkey',
        'cas_blob_pkey',
        'artifact_compacted_from',
      ]),
    );
  });

  test('the end of a branch with the undo state of somebody who never edited it', async () => {
    const indexes = await indexesOf((trx) =>
      getVersion(trx, { ...project(), userId: newId(), tagId: branch.tagId }),
    );
    expect(indexes).toContain('tag_move_actor');
  });

  test('a version by its hash', async () => {
    const [row] = await world.sql<{ version_hash: string }>(
      'select version_hash from artifact where id = $1',
      [branch.head],
    );
    const { userId } = world.project.by({});
    const { workflowId } = branch;
    const indexes = await indexesOf((trx) =>
      getVersion(trx, { ...project(), userId, workflowId, versionHash: row!.version_hash }),
    );
    expect(indexes).toContain('artifact_version_hash');
  });

  test.each([[true], [false]])('descendants of a version (direct: %s)', async (direct) => {
    const versionId = branch.versionId;
    const indexes = await indexesOf((trx) =>
      listDescendants(trx, { ...project(), versionId, direct, limit: 20 }),
    );
    expect(indexes).toEqual(expect.arrayContaining(['artifact_parent', 'artifact_merge_parent']));
  });

  test.each([
    ['first', undefined],
    ['deep', '40'],
  ])('[T1] a branch’s last moves, %s page', async (_, cursor) => {
    const ref = { tagId: seeded.tagId };
    const indexes = await indexesOf((trx) =>
      listMoves(trx, { ...project(), ref, limit: 20, cursor }),
    );
    expect(indexes).toContain('tag_move_pkey');
  });

  test('workflows of a project, and one of them with its branches', async () => {
    await indexesOf((trx) => listWorkflows(trx, { ...project(), archived: false, limit: 20 }));
    const { workflowId } = seeded;
    await indexesOf((trx) => getWorkflow(trx, { ...project(), workflowId }));
  });

  test('branches of a workflow', async () => {
    await indexesOf((trx) => listTags(trx, { ...project(), workflowId: seeded.workflowId }));
  });

  test('[M1][M3][M4] what a head came from: its history, blame, merge base and divergence', async () => {
    const { workflowId, headId } = seeded;
    const ref = { tagId: seeded.tagId };
    const theirs = seeded.heads.find((id) => id !== headId)!;
    const { author, pointer } = { author: world.project.ada, pointer: '/nodes/a' };
    const verbs: ((trx: Transaction<DB>) => Promise<unknown>)[] = [
      (trx) => listHistory(trx, { ...project(), ref, limit: 20 }),
      (trx) => listHistory(trx, { ...project(), ref, author, pointer, behaviour: true, limit: 20 }),
      (trx) => listHistory(trx, { ...project(), ref, cursor: `60.${headId}`, limit: 20 }),
      (trx) => blame(trx, { ...project(), ref, pointer: '' }),
      (trx) => blame(trx, { ...project(), ref, pointer }),
      (trx) => findMergeBase(trx, { ...project(), ours: headId, theirs }),
      (trx) => listDivergences(trx, { ...project(), workflowId }),
    ];
    for (const verb of verbs) {
      expect(await indexesOf(verb)).toEqual(
        expect.arrayContaining(['artifact_chain', 'artifact_pkey']),
      );
    }
  });

  test('[R2] the snapshot of a plan, and runs that used one', async () => {
    const submitted = await indexesOf((trx) =>
      submitRun(trx, world.project.by({ ref: { tagId: branch.tagId } })),
    );
    expect(submitted).toEqual(
      expect.arrayContaining(['run_snapshot_index_pkey', 'run_snapshot_index_logic']),
    );
    const [run] = await world.sql<{ id: string; snapshot_id: string }>(
      `select id, snapshot_id from run where version_id = $1`,
      [branch.head],
    );
    const { id: runId, snapshot_id: snapshotId } = run!;
    const used = await indexesOf((trx) => listRuns(trx, { ...project(), snapshotId, limit: 20 }));
    expect(used).toContain('run_snapshot');
    const ofWorkflow = { ...project(), workflowId: seeded.workflowId, limit: 20 };
    expect(await indexesOf((trx) => listRuns(trx, ofWorkflow))).toContain('run_workflow');
    expect(await indexesOf((trx) => listRuns(trx, { ...project(), limit: 20 }))).toContain(
      'run_pkey',
    );
    await indexesOf((trx) => getRun(trx, { ...project(), runId }));
  });

  test('[V3][V4] an edit: the head with its op_id, and the one statement that stores it', async () => {
    forgetVersions();
    const by = world.project.by({
      ref: { tagId: branch.tagId },
      parent: branch.head,
      ops: [nudge()],
    });
    const indexes = await indexesOf((trx) => appendPatch(trx, by));
    expect(indexes).toEqual(
      expect.arrayContaining([
        'artifact_pkey',
        'artifact_compacted_from',
        'tag_move_actor',
        'tag_move_project_id_actor_id_op_id_key',
        'patch_chain_member_pkey',
      ]),
    );
    const stale = { ...by, opId: newId() };
    expect(await indexesOf((trx) => appendPatch(trx, stale))).toContain('tag_move_to');
    expect(await indexesOf((trx) => appendPatch(trx, by))).toContain('tag_move_pkey');
  });

  test('[T2] an undo and its repetition', async () => {
    const by = world.project.by({ ref: { tagId: branch.tagId } });
    for (let n = 0; n < 2; n += 1) {
      expect(await indexesOf((trx) => undo(trx, by))).toContain('tag_move_actor');
    }
  });

  test('[M1] a new branch', async () => {
    const { workflowId, head } = branch;
    await indexesOf((trx) =>
      createTag(trx, world.project.by({ workflowId, versionId: head, name: 'planned' })),
    );
  });

  test('[C1][C2] candidates, a compaction and the list of compactions', async () => {
    for (const look of [
      (trx: Transaction<DB>) => listCandidates(trx, { ...project(), limit: 20 }),
      (trx: Transaction<DB>) => dueHeads(trx, project()),
      (trx: Transaction<DB>) => dueHeads(trx, { ...project(), movedWithin: 600 }),
    ]) {
      expect(await indexesOf(look)).toEqual(
        expect.arrayContaining(['patch_chain_member_pkey', 'artifact_compacted_from']),
      );
    }
    expect(
      await indexesOf((trx) => compact(trx, world.project.by({ headId: branch.head }))),
    ).toEqual(
      expect.arrayContaining(['artifact_compacted_from', 'audit_project_id_actor_id_op_id_key']),
    );
    await indexesOf((trx) => listCompactions(trx, { ...project(), limit: 20 }));
  });
});
