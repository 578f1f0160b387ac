import pino from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { digestDag } from '@core/dag/digest';
import { SYSTEM_ACTOR } from '@core/system-actor';
import type { Op } from '@core/patch/ops';
import { closeDatabase, openDatabase } from '../../db/database';
import { smallDocument } from '../../testing/documents';
import type { Branch, TestProject } from '../../testing/project';
import { statementsOf } from '../../testing/statements';
import { added, createStoreWorld, type StoreWorld } from '../../testing/store-world';
import { getVersion } from '../../store/get-version';
import { forgetVersions } from '../../store/head-cache';
import { lockHead } from '../../store/head-lock';
import { listCompactions } from '../../store/list-compactions';
import { Compactor } from './compactor';

const LOGGER = Symbol.for('stemma.logger');
const holder = globalThis as { [LOGGER]?: unknown };

let world: StoreWorld;
let project: TestProject;
let lines: Record<string, unknown>[];
beforeEach(async () => {
  world = await createStoreWorld();
  project = world.project;
  lines = [];
  const write = (line: string) => lines.push(JSON.parse(line) as Record<string, unknown>);
  holder[LOGGER] = pino({ base: null }, { write });
});
afterEach(async () => {
  delete holder[LOGGER];
  await world.close();
});

const running = new AbortController().signal;
const round = (compactor = new Compactor(world.db)) => compactor.round(running);

interface Grown extends Branch {
  readonly ids: string[];
  readonly head: string;
}

/** A branch with so many edits on a document of so many nodes; its versions, oldest first. */
async function grown(edits: number, nodes = 10): Promise<Grown> {
  const branch = await project.workflow(smallDocument(nodes));
  const ids = [branch.versionId];
  for (let n = 0; n < edits; n += 1) {
    ids.push(
      (await project.commit({ tagId: branch.tagId, parent: ids.at(-1)!, ops: [place(n)] })).version
        .id,
    );
  }
  return { ...branch, ids, head: ids.at(-1)! };
}

/** About eighty bytes. */
const place = (x: number): Op => ({
  op: 'replace',
  path: '/nodes/node_0/position',
  value: { x: x + 1, y: 0 },
});

const read = (versionId: string, of = project) => {
  const { projectId, userId } = of.by({});
  return of.run((trx) => getVersion(trx, { projectId, userId, versionId }));
};

const compactions = () =>
  world.sql<{ head: string; hash: string; equals: string; by: string }>(
    `select v.compacted_from_id as head, v.version_hash as hash, h.version_hash as equals, v.created_by as by
     from artifact v join artifact h on h.id = v.compacted_from_id where v.project_id = $1`,
    [project.id],
  );

const audits = () =>
  world.sql(
    `select actor_id, action, subject_id from audit where project_id = $1
    and action = 'compaction.compact'`,
    [project.id],
  );

describe('what is due', () => {
  test('[C2] heads of 64 patches, and of heavy ones beyond the threshold; nothing else', async () => {
    const deep = await grown(64, 400);
    const heavy = await grown(21);
    await grown(63, 400);
    await grown(20);
    expect(await round()).toBe(2);
    expect((await compactions()).map(({ head }) => head).sort()).toEqual(
      [deep.head, heavy.head].sort(),
    );
    expect(await round()).toBe(0);
  });

  test('[C2] a project that sets its threshold higher is left alone up to 64', async () => {
    await world.sql('update project set compaction_threshold = 63 where id = $1', [project.id]);
    await grown(40);
    expect(await round()).toBe(0);
    await grown(64);
    expect(await round()).toBe(1);
  });

  test.each([
    ['read often', 20, 1],
    ['read slowly', 1, 90],
  ])('[C2] a light chain beyond the threshold that is %s', async (_, replays, ms) => {
    const { ids, head } = await grown(21, 400);
    const shallow = await grown(20, 400);
    expect(await round()).toBe(0);
    await world.sql(
      `insert into replay_stat (project_id, version_id, hour, replays, total_ms, last_ms, last_at)
       select $1, id, date_trunc('hour', now()), $3::int, $3::int * $4::float8, $4, now() from unnest($2::uuid[]) id`,
      [project.id, [ids[9], shallow.ids[9]], replays, ms],
    );
    expect(await round()).toBe(1);
    expect((await compactions()).map((row) => row.head)).toEqual([head]);
  });

  test('[C2] a branch made from an old version is found by the next sweep', async () => {
    const { workflowId, ids } = await grown(64);
    await round();
    await project.branch(workflowId, ids[30]!, 'from the past');
    await world.sql(`update tag set moved_at = now() - interval '1 day' where project_id = $1`, [
      project.id,
    ]);
    expect(await round()).toBe(1);
  });

  test('[C2] many heads are done in several rounds, deepest first', async () => {
    const { workflowId, ids } = await grown(31);
    for (const [n, id] of ids.slice(22).entries()) await project.branch(workflowId, id, `b${n}`);
    const compactor = new Compactor(world.db);
    expect(await round(compactor)).toBe(8);
    expect((await compactions()).map(({ head }) => ids.indexOf(head)).sort()).toEqual([
      24, 25, 26, 27, 28, 29, 30, 31,
    ]);
  });
});

describe('an automatic compaction', () => {
  test('[C1][A5] equals its head, moves no branch, and leaves one audit row of Stemma’s', async () => {
    const { tagId, head } = await grown(25);
    const before = await world.counts();
    await round();
    expect(added(before, await world.counts())).toEqual({ artifact: 1, audit: 1, cas_blob: 1 });
    const [made] = await compactions();
    expect(made).toMatchObject({ head, by: SYSTEM_ACTOR.id, hash: made!.equals });
    expect(await audits()).toMatchObject([{ actor_id: SYSTEM_ACTOR.id }]);
    const list = await project.run((trx) =>
      listCompactions(trx, { projectId: project.id, limit: 5 }),
    );
    expect(list.items).toMatchObject([
      { compactedFromId: head, automatic: true, compactedBy: SYSTEM_ACTOR, before: made!.hash },
    ]);
    const next = await project.commit({ tagId, parent: head });
    expect(next.version).toMatchObject({ parentId: head, depth: 1 });
  });

  test('[C3] two compactors at once never make one twice', async () => {
    const branches: Grown[] = [];
    for (let n = 0; n < 8; n += 1) branches.push(await grown(21));
    const made = await Promise.all([round(), round(), round()]);
    expect(made.reduce((sum, n) => sum + n, 0)).toBe(8);
    expect((await compactions()).map(({ head }) => head).sort()).toEqual(
      branches.map(({ head }) => head).sort(),
    );
    expect(await audits()).toHaveLength(8);
  });

  test('[C3] a head that somebody else is at is skipped, not waited for', async () => {
    const [taken, free] = [await grown(30), await grown(25)];
    await project.run(async (trx) => {
      await lockHead(trx, taken.head);
      expect(await round()).toBe(1);
      expect((await compactions()).map(({ head }) => head)).toEqual([free.head]);
    });
    expect(await round()).toBe(1);
  });

  test('a round that is told to stop begins nothing more', async () => {
    await grown(21);
    const ending = new AbortController();
    ending.abort();
    expect(await new Compactor(world.db).round(ending.signal)).toBe(0);
    expect(await compactions()).toEqual([]);
  });
});

describe('when something is wrong', () => {
  test('[V7] a damaged head is reported once and rests; the others are compacted', async () => {
    const [damaged, sound] = [await grown(30), await grown(25)];
    await world.sql('set session_replication_role = replica');
    await world.sql(`update artifact set version_hash = 'sha256:wrong' where id = $1`, [
      damaged.head,
    ]);
    await world.sql('set session_replication_role = origin');
    const before = await world.counts();
    const compactor = new Compactor(world.db);
    expect(await round(compactor)).toBe(1);
    expect(await round(compactor)).toBe(0);
    expect((await compactions()).map(({ head }) => head)).toEqual([sound.head]);
    expect(added(before, await world.counts())).toEqual({ artifact: 1, audit: 1, cas_blob: 1 });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ level: 50, projectId: project.id, headId: damaged.head });
    expect(lines[0]).toHaveProperty('correlation');
  });

  test('[C3] a crash in the middle leaves nothing half, and the next round does it', async () => {
    const { head } = await grown(21);
    const before = await world.counts();
    // Its audit row waits for this lock: everything else has been written by then.
    await world.sql('begin');
    await world.sql('lock table audit in share mode');
    const compacting = round();
    await until(async () => (await waiting()).length === 1);
    const [stuck] = await waiting();
    await world.sql('select pg_terminate_backend($1)', [stuck!.pid]);
    expect(await compacting).toBe(0);
    await world.sql('commit');
    expect(await world.counts()).toEqual(before);
    expect(lines).toMatchObject([{ level: 50, headId: head }]);

    expect(await round()).toBe(1);
    expect(added(before, await world.counts())).toEqual({ artifact: 1, audit: 1, cas_blob: 1 });
  });

  test('a database that is away ends the round with an error', async () => {
    const db = openDatabase({ url: 'postgres://stemma_app@127.0.0.1:1/none', max: 1 });
    await expect(new Compactor(db).round(running)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await closeDatabase(db);
  });
});

describe('whoever reads meanwhile', () => {
  test('[C3] reads the head from its chain, not waiting, and from the base afterwards', async () => {
    const { tagId, head } = await grown(30);
    const { document: expected } = await read(head);
    await world.sql('begin');
    await world.sql('lock table audit in share mode');
    const compacting = round();
    await until(async () => (await waiting()).length === 1);
    forgetVersions();
    expect((await read(head)).document).toEqual(expected);
    const edit = await project.commit({ tagId, parent: head });
    await world.sql('commit');
    expect(await compacting).toBe(1);

    forgetVersions();
    const { document, version } = await read(head);
    expect(document).toEqual(expected);
    expect(digestDag(document).versionHash).toBe(version.versionHash);
    expect(edit.version).toMatchObject({ parentId: head });
    forgetVersions();
    expect(digestDag((await read(edit.version.id)).document).versionHash).toBe(
      edit.version.versionHash,
    );
  });
});

describe('what it costs', () => {
  test('a project without due heads is one query, and as cheap when others are compacted', async () => {
    await grown(5);
    const db = openDatabase({ url: world.database.appUrl, max: 1 });
    const compactor = new Compactor(db);
    await round(compactor);
    const sent = await statementsOf(db, () => round(compactor));
    const projects = await world.sql('select from project');
    expect(sent).toHaveLength(1 + projects.length);
    await closeDatabase(db);
  });
});

/** Connections of the application that wait for a lock. */
function waiting() {
  return world.sql<{ pid: number }>(
    `select pid from pg_stat_activity where datname = current_database()
     and usename = 'stemma_app' and wait_event_type = 'Lock'`,
  );
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 5));
}
