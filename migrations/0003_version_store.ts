import { type Kysely, sql } from 'kysely';

/**
 * Blobs, artifacts, chains, tags and their moves: [V1], [V2], [V4], [T1], [T2], [C1], [A5].
 * Bytes and artifacts are immutable by grant and by trigger; a tag's moves are gapless, continuous
 * and sealed by a hash chain in the database itself.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table workflow (
      project_id uuid not null references project (id),
      id uuid not null,
      name text not null check (length(name) between 1 and 200),
      archived_at timestamptz,
      created_by uuid not null,
      created_at timestamptz not null default now(),
      primary key (project_id, id)
    );

    create table cas_blob (
      project_id uuid not null references project (id),
      cas_id text not null check (cas_id ~ '^sha256:[0-9a-f]{64}$'),
      bytes bytea not null,
      media_type text not null,
      size_bytes integer not null check (size_bytes = length(bytes)),
      created_at timestamptz not null default now(),
      last_seen timestamptz not null default now(),
      primary key (project_id, cas_id)
    );

    create table artifact (
      project_id uuid not null,
      id uuid not null,
      workflow_id uuid not null,
      kind text not null check (kind in ('dag_version', 'patch_set', 'run_manifest', 'run_snapshot')),
      cas_id text not null,
      message text not null default '',
      parent_id uuid,
      merge_parent_id uuid,
      base_version uuid,
      chain_id uuid,
      depth integer not null default 0 check (depth between 0 and 128),
      generation integer not null default 1 check (generation >= 1),
      op_count integer not null default 0,
      version_hash text,
      logic_hash text,
      plan_hash text,
      nodes_count integer,
      edges_count integer,
      compacted_from_id uuid,
      touches text[] not null default '{}',
      meta jsonb,
      created_by uuid not null,
      created_at timestamptz not null default now(),
      last_seen timestamptz not null default now(),
      primary key (project_id, id),
      foreign key (project_id, workflow_id) references workflow (project_id, id),
      foreign key (project_id, cas_id) references cas_blob (project_id, cas_id) on delete restrict,
      foreign key (project_id, parent_id) references artifact (project_id, id) on delete restrict,
      foreign key (project_id, merge_parent_id) references artifact (project_id, id) on delete restrict,
      foreign key (project_id, base_version) references artifact (project_id, id) on delete restrict,
      foreign key (project_id, compacted_from_id) references artifact (project_id, id) on delete restrict,
      check (kind not in ('dag_version', 'patch_set') or (version_hash is not null and logic_hash is not null)),
      check (kind <> 'patch_set'
             or (parent_id is not null and base_version is not null and chain_id is not null and depth >= 1)),
      check (kind <> 'dag_version' or (chain_id is null and depth = 0))
    );
    create index artifact_parent on artifact (project_id, parent_id);
    -- A hash says more than a project ever could, so it stands alone in the index.
    create index artifact_version_hash on artifact (version_hash) where version_hash is not null;
    create unique index artifact_compacted_from on artifact (project_id, compacted_from_id)
      where compacted_from_id is not null;
    create index artifact_merge_parent on artifact (project_id, merge_parent_id)
      where merge_parent_id is not null;

    create table patch_chain_member (
      project_id uuid not null,
      chain_id uuid not null,
      seq integer not null check (seq between 1 and 128),
      member_id uuid not null,
      primary key (project_id, chain_id, seq),
      foreign key (project_id, member_id) references artifact (project_id, id) on delete restrict
    );

    create table tag (
      project_id uuid not null,
      id uuid not null,
      workflow_id uuid not null,
      name text not null check (length(name) between 1 and 100),
      target_id uuid not null,
      origin_id uuid not null,
      seq integer not null check (seq >= 1),
      protected boolean not null default false,
      created_by uuid not null,
      created_at timestamptz not null default now(),
      moved_by uuid not null,
      moved_at timestamptz not null default now(),
      primary key (project_id, id),
      unique (project_id, workflow_id, name),
      foreign key (project_id, workflow_id) references workflow (project_id, id),
      foreign key (project_id, target_id) references artifact (project_id, id) on delete restrict,
      foreign key (project_id, origin_id) references artifact (project_id, id) on delete restrict
    ) with (fillfactor = 50);

    create table tag_move (
      project_id uuid not null,
      tag_id uuid not null,
      seq integer not null,
      kind text not null check (kind in
        ('create', 'edit', 'undo', 'redo', 'revert', 'restore', 'merge', 'compaction', 'reset')),
      from_id uuid,
      to_id uuid not null,
      actor_id uuid not null,
      op_id text check (length(op_id) between 8 and 64),
      request_hash bytea,
      -- The person's undo stack after this move: what undo would take back and what redo would
      -- replay (seq of earlier moves, or of this one), and the entry that lies under this one.
      undo_top integer,
      redo_top integer,
      below integer,
      -- The move that an undo took back or a redo replayed.
      target_seq integer,
      hash bytea not null,
      created_at timestamptz not null default now(),
      primary key (project_id, tag_id, seq),
      unique (project_id, actor_id, op_id),
      foreign key (project_id, to_id) references artifact (project_id, id) on delete restrict,
      check (op_id is null or request_hash is not null),
      check ((seq = 1) = (from_id is null)),
      check ((kind in ('undo', 'redo')) = (target_seq is not null))
    );
    create index tag_move_actor on tag_move (project_id, tag_id, actor_id, seq);
    create index tag_move_to on tag_move (tag_id, to_id);

    -- The tables that every edit grows: plans must follow them from the first thousand edits on.
    alter table artifact set (autovacuum_analyze_scale_factor = 0.02, autovacuum_analyze_threshold = 200);
    alter table tag_move set (autovacuum_analyze_scale_factor = 0.02, autovacuum_analyze_threshold = 200);
    alter table patch_chain_member set (autovacuum_analyze_scale_factor = 0.02, autovacuum_analyze_threshold = 200);
    alter table cas_blob set (autovacuum_analyze_scale_factor = 0.02, autovacuum_analyze_threshold = 200);

    create function seal_tag_move() returns trigger language plpgsql as $$
    declare previous record;
    begin
      if new.seq = 1 then
        select ''::bytea as hash, null::uuid as to_id into previous;
      else
        select m.hash, m.to_id into previous from public.tag_move m
        where m.project_id = new.project_id and m.tag_id = new.tag_id and m.seq = new.seq - 1;
        if not found then
          raise exception 'tag_move % of tag % leaves a gap', new.seq, new.tag_id using errcode = '23514';
        end if;
      end if;
      if new.from_id is distinct from previous.to_id then
        raise exception 'tag_move % of tag % does not start where the last one ended', new.seq, new.tag_id
          using errcode = '23514';
      end if;
      new.hash := sha256(previous.hash || convert_to(jsonb_build_array(
        new.project_id, new.tag_id, new.seq, new.kind, new.from_id, new.to_id, new.actor_id, new.op_id,
        encode(new.request_hash, 'hex'), new.undo_top, new.redo_top, new.below, new.target_seq,
        extract(epoch from new.created_at))::text, 'UTF8'));
      return new;
    end $$;
    create trigger seal before insert on tag_move for each row execute function seal_tag_move();

    create function refuse_update() returns trigger language plpgsql as $$
    begin
      raise exception '% rows are immutable', tg_table_name using errcode = '42501';
    end $$;
    create trigger immutable before update on tag_move for each row execute function refuse_update();
    create trigger immutable before update on patch_chain_member for each row execute function refuse_update();
    create trigger immutable before update of
      project_id, cas_id, bytes, media_type, size_bytes, created_at
      on cas_blob for each row execute function refuse_update();
    create trigger immutable before update of
      project_id, id, workflow_id, kind, cas_id, message, parent_id, merge_parent_id, base_version, chain_id,
      depth, generation, op_count, version_hash, logic_hash, plan_hash, nodes_count, edges_count,
      compacted_from_id, touches, meta, created_by, created_at
      on artifact for each row execute function refuse_update();
    create trigger immutable before update on audit for each row execute function refuse_update();

    -- [V4] An op_id names one request, whichever of the two tables records it. Each table's unique
    -- index covers itself; the lock makes the look at the other one sure.
    create function lock_op_id(project uuid, actor uuid, op text) returns void language sql as $$
      select pg_advisory_xact_lock(hashtextextended(project::text || actor::text || op, 0))
    $$;
    create function op_id_once() returns trigger language plpgsql as $$
    declare used boolean;
    begin
      perform public.lock_op_id(new.project_id, new.actor_id, new.op_id);
      if tg_table_name = 'audit' then
        used := exists (select from public.tag_move m where m.project_id = new.project_id
                        and m.actor_id = new.actor_id and m.op_id = new.op_id);
      else
        used := exists (select from public.audit a where a.project_id = new.project_id
                        and a.actor_id = new.actor_id and a.op_id = new.op_id);
      end if;
      if used then
        raise exception 'op_id % was used before', new.op_id
          using errcode = '23505', constraint = 'op_id_once', table = tg_table_name;
      end if;
      return new;
    end $$;
    create trigger op_id_once before insert on tag_move for each row when (new.op_id is not null)
      execute function op_id_once();
    create trigger op_id_once before insert on audit for each row execute function op_id_once();

    revoke execute on function lock_op_id(uuid, uuid, text), op_id_once(), seal_tag_move(), refuse_update()
      from public;
    grant execute on function lock_op_id(uuid, uuid, text) to stemma_app;
  `.execute(db);

  for (const table of TABLES) {
    await sql`
      alter table ${sql.table(table)} enable row level security;
      alter table ${sql.table(table)} force row level security;
      create policy in_project on ${sql.table(table)} to stemma_app, stemma_reader
        using (project_id = nullif(current_setting('app.project_id', true), '')::uuid)
        with check (project_id = nullif(current_setting('app.project_id', true), '')::uuid);
      grant select, insert on ${sql.table(table)} to stemma_app;
      grant select on ${sql.table(table)} to stemma_reader;
    `.execute(db);
  }
  await sql`
    grant update (name, archived_at) on workflow to stemma_app;
    grant update (last_seen) on cas_blob, artifact to stemma_app;
    grant update (name, target_id, seq, protected, moved_by, moved_at), delete on tag to stemma_app;
  `.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop trigger immutable on audit;
    drop trigger op_id_once on audit;
    drop table tag_move, tag, patch_chain_member, artifact, cas_blob, workflow;
    drop function op_id_once();
    drop function lock_op_id(uuid, uuid, text);
    drop function seal_tag_move();
    drop function refuse_update();
  `.execute(db);
}

const TABLES = ['workflow', 'cas_blob', 'artifact', 'patch_chain_member', 'tag', 'tag_move'];
