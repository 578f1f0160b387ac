import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { blobOf, MEDIA_TYPES } from '../store/blob';
import { getVersion } from '../store/get-version';
import { flushReplays } from '../store/flush-replays';
import { cachedVersion, forgetVersions } from '../store/head-cache';
import { putBlob } from '../store/put-blob';
import { runs } from '../testing/arbitraries';
import { smallDocument } from '../testing/documents';
import type { Branch, TestProject } from '../testing/project';
import { createStoreWorld, type StoreWorld } from '../testing/store-world';
import { closeDatabase, openDatabase } from './database';
import { inPerson, inProject, inSystem } from './transaction';

let world: StoreWorld;
let theirs: TestProject;
let ourBranch: Branch;
let theirBranch: Branch;
beforeAll(async () => {
  world = await createStoreWorld();
  theirs = await world.addProject('Theirs');
  // The same bytes in both.
  ourBranch = await world.project.workflow(smallDocument());
  theirBranch = await theirs.workflow(smallDocument());
  for (const [project, branch] of [
    [world.project, ourBranch],
    [theirs, theirBranch],
  ] as const) {
    const ops = [{ op: 'replace', path: '/nodes/node_1/name', value: 'Same' } as const];
    await project.commit({ tagId: branch.tagId, parent: branch.versionId, ops });
    forgetVersions();
    const { projectId, userId } = project.by({});
    await project.run((trx) => getVersion(trx, { projectId, userId, tagId: branch.tagId }));
  }
  await flushReplays(world.db);
});
afterAll(() => world.close());

const TENANT_TABLES = [
  'project',
  'membership',
  'api_token',
  'audit',
  'workflow',
  'cas_blob',
  'artifact',
  'patch_chain_member',
  'tag',
  'tag_move',
  'run',
  'run_snapshot_index',
  'replay_stat',
  'scrub',
  'damage',
] as const;

describe('what a query sees', () => {
  test('[A2] outside a project: nothing, on a fresh connection and on one that was in a project', async () => {
    const fresh = new pg.Client(world.database.appUrl);
    await fresh.connect();
    await world.project.run((trx) => trx.selectFrom('tag').selectAll().execute());
    for (const table of TENANT_TABLES) {
      expect((await fresh.query(`select 1 from ${table}`)).rows).toEqual([]);
      expect((await world.db.pool.query(`select 1 from ${table}`)).rows).toEqual([]);
      const rows = await inSystem(world.db, (trx) => trx.selectFrom(table).selectAll().execute());
      expect(rows).toEqual([]);
    }
    await fresh.end();
  });

  test('[S1] in a project: that project alone, in every table', async () => {
    for (const project of [world.project, theirs]) {
      await project.run(async (trx) => {
        for (const table of TENANT_TABLES) {
          const column = table === 'project' ? 'id' : 'project_id';
          const rows = await trx
            .selectFrom(table)
            .select(sql<string>`${sql.ref(column)}`.as('project'))
            .execute();
          expect(new Set(rows.map((row) => row.project))).toEqual(
            rows.length === 0 ? new Set() : new Set([project.id]),
          );
        }
      });
    }
    const { tagId } = theirBranch;
    const { projectId, userId } = world.project.by({});
    await expect(
      world.project.run((trx) => getVersion(trx, { projectId, userId, tagId })),
    ).rejects.toMatchObject({ code: 'not_found' });
    await expect(
      world.project.run((trx) => getVersion(trx, { projectId: theirs.id, userId, tagId })),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  test('[A2] a person without a project: their memberships and projects, and may change none', async () => {
    const { ada } = world.project;
    await inPerson(world.db, ada, async (trx) => {
      const memberships = await trx.selectFrom('membership').selectAll().execute();
      expect(memberships.map((row) => row.user_id)).toEqual([ada]);
      const projects = await trx.selectFrom('project').select('id').execute();
      expect(projects).toEqual([{ id: world.project.id }]);
      expect(await trx.selectFrom('tag').selectAll().execute()).toEqual([]);
      const changes = [
        await trx.deleteFrom('membership').executeTakeFirstOrThrow(),
        await trx.updateTable('membership').set({ role: 'viewer' }).executeTakeFirstOrThrow(),
        await trx.updateTable('project').set({ name: 'Mine' }).executeTakeFirstOrThrow(),
      ];
      expect(changes).toMatchObject([
        { numDeletedRows: 0n },
        { numUpdatedRows: 0n },
        { numUpdatedRows: 0n },
      ]);
    });
  });

  test('[A2] in one project, a member of two changes nothing in the other', async () => {
    const { ada } = world.project;
    await theirs.run((trx) =>
      trx
        .insertInto('membership')
        .values({ project_id: theirs.id, user_id: ada, role: 'admin' })
        .execute(),
    );
    await world.project
      .run(async (trx) => {
        await trx.updateTable('membership').set({ role: 'viewer' }).execute();
        await trx.deleteFrom('membership').where('user_id', '=', ada).execute();
        await trx.updateTable('project').set({ name: 'Taken' }).execute();
        throw new Error('taken back');
      })
      .catch(() => undefined);
    const mine = await inPerson(world.db, ada, (trx) =>
      trx.selectFrom('membership').select(['project_id', 'role']).execute(),
    );
    expect(mine).toHaveLength(2);
    await world.project.run((trx) =>
      trx.updateTable('membership').set({ role: 'analyst' }).where('user_id', '=', ada).execute(),
    );
    const [row] = await world.sql(
      'select role from membership where user_id = $1 and project_id = $2',
      [ada, theirs.id],
    );
    expect(row).toEqual({ role: 'admin' });
  });
});

describe('what a project may write', () => {
  test('[S1] no row of another project can be written', async () => {
    await expect(
      world.project.run((trx) =>
        trx
          .insertInto('workflow')
          .values({ project_id: theirs.id, id: ourBranch.tagId, name: 'x', created_by: theirs.ada })
          .execute(),
      ),
    ).rejects.toMatchObject({ code: '42501' });
    await world.project.run(async (trx) => {
      const moved = await trx
        .updateTable('tag')
        .set({ seq: 99 })
        .where('id', '=', theirBranch.tagId)
        .executeTakeFirstOrThrow();
      expect(moved.numUpdatedRows).toBe(0n);
      const deleted = await trx
        .deleteFrom('tag')
        .where('id', '=', theirBranch.tagId)
        .executeTakeFirstOrThrow();
      expect(deleted.numDeletedRows).toBe(0n);
    });
  });

  test('[V6][S3] the same bytes are two rows, and storing bytes of another project tells nothing', async () => {
    const rows = await world.sql<{ project_id: string }>(
      `select project_id from cas_blob where cas_id in
         (select cas_id from cas_blob group by cas_id having count(*) = 2)`,
    );
    expect(rows.length).toBeGreaterThanOrEqual(4);

    const secret = blobOf(Buffer.from('"theirs alone"'), MEDIA_TYPES.manifest);
    const unknown = blobOf(Buffer.from('"nobody\'s"'), MEDIA_TYPES.manifest);
    await theirs.run((trx) => putBlob(trx, { projectId: theirs.id, blob: secret }));
    const answers = [secret, unknown].map((blob) =>
      world.project
        .run(async (trx) => {
          const insert = trx.insertInto('artifact').values({
            project_id: world.project.id,
            id: ourBranch.workflowId,
            workflow_id: ourBranch.workflowId,
            kind: 'run_manifest',
            cas_id: blob.casId,
            created_by: world.project.ada,
          });
          await insert.execute();
        })
        .catch((error: unknown) => error),
    );
    // A reference to bytes of theirs fails like a reference to bytes that nobody has.
    for (const answer of await Promise.all(answers))
      expect(answer).toMatchObject({ code: '23503' });
    for (const blob of [secret, unknown]) {
      await world.project.run((trx) => putBlob(trx, { projectId: world.project.id, blob }));
    }
  });

  test.each([
    'update cas_blob set bytes = bytes',
    'update artifact set message = message',
    'delete from artifact',
    'delete from cas_blob',
    'update tag_move set seq = seq',
    'delete from tag_move',
    'delete from patch_chain_member',
    'update patch_chain_member set seq = seq',
    'update audit set action = action',
    'delete from audit',
    'truncate artifact',
    'update run set plan_hash = plan_hash',
    'delete from run',
    'update run_snapshot_index set snapshot_id = snapshot_id',
    'alter table artifact disable trigger all',
    'alter table tag disable row level security',
    'set role stemma_owner',
    'create temp table t (id int); create function f() returns int language sql as $$ select 1 $$',
  ])('[V1][A1] refused to the application: %s', async (statement) => {
    await expect(world.db.pool.query(statement)).rejects.toMatchObject({ code: '42501' });
  });

  test('[V1] not even the owner changes or removes a row', async () => {
    const owner = new pg.Client(world.database.ownerUrl);
    await owner.connect();
    for (const table of ['artifact', 'cas_blob', 'tag_move', 'patch_chain_member', 'audit']) {
      await owner.query("select set_config('app.project_id', $1, false)", [world.project.id]);
      expect((await owner.query(`delete from ${table}`)).rowCount).toBe(0);
      expect((await owner.query(`update ${table} set project_id = project_id`)).rowCount).toBe(0);
    }
    await owner.end();
  });
});

describe('pooled connections', () => {
  test('[S4] two connections, two projects interleaved, with errors between: never a foreign row', async () => {
    const db = openDatabase({ url: world.database.appUrl, max: 2 });
    const projects = [world.project, theirs];
    const failing = new Error('on purpose');
    const once = async (index: number) => {
      const project = projects[index % 2]!;
      const scope = { projectId: project.id, userId: project.ada };
      const ids = await inProject(db, scope, async (trx) => {
        if (index % 7 === 3) throw failing;
        if (index % 7 === 5) await sql`select 1 / 0`.execute(trx);
        return trx.selectFrom('artifact').select('project_id').distinct().execute();
      }).catch((error: unknown) => {
        if (error !== failing && (error as { code?: string }).code !== '22012') throw error;
        return [{ project_id: project.id }];
      });
      expect(ids).toEqual([{ project_id: project.id }]);
      if (index % 5 === 0) {
        expect((await db.pool.query('select 1 from artifact')).rows).toEqual([]);
      }
    };
    const total = runs(1_000).numRuns;
    for (let from = 0; from < total; from += 20) {
      await Promise.all(Array.from({ length: 20 }, (_, i) => once(from + i)));
    }
    await closeDatabase(db);
  });

  test('[V8] the cache of documents never answers for another project', async () => {
    const { projectId, userId } = theirs.by({});
    const { tagId, versionId } = theirBranch;
    const view = await theirs.run((trx) => getVersion(trx, { projectId, userId, tagId }));
    expect(cachedVersion({ projectId: theirs.id, versionId: view.version.id })).toBeDefined();
    for (const id of [versionId, view.version.id]) {
      expect(cachedVersion({ projectId: world.project.id, versionId: id })).toBeUndefined();
      for (const claimed of [world.project.id, theirs.id]) {
        await expect(
          world.project.run((trx) =>
            getVersion(trx, { projectId: claimed, userId, versionId: id }),
          ),
        ).rejects.toMatchObject({ code: 'not_found' });
      }
    }
  });
});
