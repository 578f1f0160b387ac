import type { StoreWorld } from './store-world';
import type { TestProject } from './project';

export interface Seeded {
  /** Of one of the workflows: its long branch and that branch's head. */
  readonly workflowId: string;
  readonly tagId: string;
  readonly headId: string;
  readonly heads: string[];
}

/**
 * Fills a project by hand with workflows of `depth` edits each, a branch of every one and a
 * run of every tenth version, so that the planner has sizes to think about.
 */
export async function seed(
  world: StoreWorld,
  project: TestProject,
  { workflows, depth }: { workflows: number; depth: number },
): Promise<Seeded> {
  const values = [project.id, project.ada, project.ben, workflows, depth];
  await world.sql('begin');
  await world.sql(`
    create function pg_temp.id(kind text, w int, n int) returns uuid language sql immutable as $$
      select encode(substr(sha256(convert_to(kind || '/' || w || '/' || n, 'utf8')), 1, 16), 'hex')::uuid $$`);
  await world.sql(`
    create function pg_temp.cas(kind text, w int, n int) returns text language sql immutable as $$
      select 'sha256:' || encode(sha256(convert_to(kind || '/' || w || '/' || n, 'utf8')), 'hex') $$`);
  const run = async (text: string) => {
    // Every statement takes all values; what it does not use is still named, for its type.
    await world.sql(
      `with given as (select $1::uuid as project, $2::uuid as ada, $3::uuid as ben,
      $4::int as workflows, $5::int as depth) ${text}`,
      values,
    );
  };
  await run(`insert into workflow (project_id, id, name, created_by)
    select project, pg_temp.id('workflow', w, 0), 'Workflow ' || w, ada
    from given, generate_series(1, workflows) w`);
  await run(`insert into cas_blob (project_id, cas_id, bytes, media_type, size_bytes)
    select project, pg_temp.cas('version', w, n), convert_to(repeat('x', 300), 'utf8'), 'x', 300
    from given, generate_series(1, workflows) w, generate_series(0, depth) n`);
  await run(`insert into artifact (project_id, id, workflow_id, kind, cas_id, message, parent_id, base_version,
      chain_id, depth, generation, op_count, version_hash, logic_hash, nodes_count, edges_count, touches, created_by)
    select project, pg_temp.id('version', w, n), pg_temp.id('workflow', w, 0),
      case n when 0 then 'dag_version' else 'patch_set' end, pg_temp.cas('version', w, n), 'Edit ' || n,
      case when n > 0 then pg_temp.id('version', w, n - 1) end,
      case when n > 0 then pg_temp.id('version', w, 0) end,
      case when n > 0 then pg_temp.id('chain', w, 0) end, n, n + 1, 1,
      'sha256:v' || w || '-' || n, 'sha256:l' || w || '-' || n / 2, 10, 9, '{/nodes/a/position}', ada
    from given, generate_series(1, workflows) w, generate_series(0, depth) n order by w, n`);
  await run(`insert into artifact (project_id, id, workflow_id, kind, cas_id, parent_id, compacted_from_id,
      generation, version_hash, logic_hash, nodes_count, edges_count, created_by, meta)
    select project, pg_temp.id('compacted', w, 0), pg_temp.id('workflow', w, 0), 'dag_version',
      pg_temp.cas('version', w, 0), pg_temp.id('version', w, depth / 2), pg_temp.id('version', w, depth / 2),
      depth / 2 + 1, 'sha256:v' || w || '-' || depth / 2, 'sha256:l' || w || '-' || depth / 4, 10, 9, ada,
      '{"original_depth": 1, "original_patches": 1}'
    from given, generate_series(1, workflows) w where w % 2 = 0`);
  await run(`insert into patch_chain_member (project_id, chain_id, seq, member_id)
    select project, pg_temp.id('chain', w, 0), n, pg_temp.id('version', w, n)
    from given, generate_series(1, workflows) w, generate_series(1, depth) n`);
  await run(`insert into tag (project_id, id, workflow_id, name, target_id, origin_id, seq, created_by, moved_by)
    select project, pg_temp.id(name, w, 0), pg_temp.id('workflow', w, 0), name,
      pg_temp.id('version', w, case name when 'main' then depth else depth / 3 end),
      pg_temp.id('version', w, 0), case name when 'main' then depth + 1 else 1 end, ada, ada
    from given, generate_series(1, workflows) w, unnest(array['main', 'exp']) name`);
  await run(`insert into tag_move (project_id, tag_id, seq, kind, from_id, to_id, actor_id, op_id, request_hash)
    select project, pg_temp.id('main', w, 0), n + 1, case n when 0 then 'create' else 'edit' end,
      case when n > 0 then pg_temp.id('version', w, n - 1) end, pg_temp.id('version', w, n),
      case when n % 50 = 7 then ben else ada end, 'op-' || w || '-' || n || '-seed', 'x'
    from given, generate_series(1, workflows) w, generate_series(0, depth) n order by w, n`);
  await run(`insert into artifact (project_id, id, workflow_id, kind, cas_id, parent_id, version_hash, logic_hash,
      plan_hash, created_by)
    select project, pg_temp.id(kind, w, n), pg_temp.id('workflow', w, 0), kind, pg_temp.cas('version', w, n),
      pg_temp.id('version', w, n), 'sha256:v' || w || '-' || n, 'sha256:l' || w || '-' || n / 2,
      'sha256:p' || w || '-' || n, ada
    from given, generate_series(1, workflows) w, generate_series(0, depth, 10) n,
      unnest(array['run_snapshot', 'run_manifest']) kind`);
  await run(`insert into run_snapshot_index (project_id, plan_hash, logic_hash, snapshot_id)
    select project, 'sha256:p' || w || '-' || n, 'sha256:l' || w || '-' || n / 2, pg_temp.id('run_snapshot', w, n)
    from given, generate_series(1, workflows) w, generate_series(0, depth, 10) n`);
  await run(`insert into run (project_id, id, workflow_id, version_id, manifest_id, snapshot_id, plan_hash,
      snapshot_source, tags_snapshot, correlation_id, submitted_by)
    select project, pg_temp.id('run' || r, w, n), pg_temp.id('workflow', w, 0), pg_temp.id('version', w, n),
      pg_temp.id('run_manifest', w, n), pg_temp.id('run_snapshot', w, n), 'sha256:p' || w || '-' || n, 'built', '{}',
      pg_temp.id('run', w, n), ada
    from given, generate_series(1, workflows) w, generate_series(0, depth, 10) n, generate_series(1, 3) r`);
  await run(`insert into audit (project_id, id, actor_id, op_id, request_hash, action, result)
    select project, pg_temp.id('audit', w, n), ada, 'op-' || w || '-' || n || '-audit', 'x', 'seed', '{}'
    from given, generate_series(1, workflows) w, generate_series(1, depth) n`);
  const [found] = await world.sql<Omit<Seeded, 'heads'>>(
    `select pg_temp.id('workflow', 2, 0) as "workflowId", pg_temp.id('main', 2, 0) as "tagId",
            pg_temp.id('version', 2, $1) as "headId"`,
    [depth],
  );
  const heads = await world.sql<{ id: string }>(
    `select target_id as id from tag where project_id = $1 and name = 'main' limit 20`,
    [project.id],
  );
  await world.sql('commit');
  await world.sql('vacuum analyze');
  return { ...found!, heads: heads.map(({ id }) => id) };
}
