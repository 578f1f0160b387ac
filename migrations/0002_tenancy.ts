import { type Kysely, sql } from 'kysely';

/**
 * Projects (tenants), their members, tokens and audit. Every table is under forced row level
 * security from its first minute: [A1], [A2].
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table project (
      id uuid primary key,
      name text not null check (length(name) between 1 and 200),
      demo boolean not null default false,
      compaction_threshold integer not null default 20 check (compaction_threshold between 1 and 128),
      created_by uuid not null,
      created_at timestamptz not null default now(),
      op_id text not null check (length(op_id) between 8 and 64),
      unique (created_by, op_id)
    );

    create table membership (
      project_id uuid not null references project (id),
      user_id uuid not null,
      role text not null check (role in ('viewer', 'analyst', 'reviewer', 'admin')),
      created_at timestamptz not null default now(),
      primary key (project_id, user_id)
    );
    create index membership_user on membership (user_id);

    create table api_token (
      project_id uuid not null,
      id uuid not null,
      user_id uuid not null,
      name text not null check (length(name) between 1 and 200),
      role text not null check (role in ('viewer', 'analyst', 'reviewer', 'admin')),
      token_hash bytea not null unique,
      created_by uuid not null,
      created_at timestamptz not null default now(),
      last_used_at timestamptz,
      expires_at timestamptz,
      revoked_at timestamptz,
      primary key (project_id, id),
      foreign key (project_id, user_id) references membership (project_id, user_id) on delete cascade
    );

    create table audit (
      project_id uuid not null references project (id),
      id uuid not null,
      actor_id uuid not null,
      op_id text not null check (length(op_id) between 8 and 64),
      request_hash bytea not null,
      action text not null,
      subject_id uuid,
      result jsonb not null,
      created_at timestamptz not null default now(),
      primary key (project_id, id),
      unique (project_id, actor_id, op_id)
    );
    create index audit_time on audit (project_id, created_at);

    alter table project enable row level security;
    alter table project force row level security;
    create policy in_project on project to stemma_app, stemma_reader
      using (id = nullif(current_setting('app.project_id', true), '')::uuid)
      with check (id = nullif(current_setting('app.project_id', true), '')::uuid);
    create policy own on project for select to stemma_app, stemma_reader
      using (exists (
        select from membership m
        where m.project_id = project.id
          and m.user_id = nullif(current_setting('app.user_id', true), '')::uuid
      ));
    create policy owner_lists on project for select to current_user using (true);

    alter table membership enable row level security;
    alter table membership force row level security;
    create policy in_project on membership to stemma_app, stemma_reader
      using (project_id = nullif(current_setting('app.project_id', true), '')::uuid)
      with check (project_id = nullif(current_setting('app.project_id', true), '')::uuid);
    create policy own on membership for select to stemma_app, stemma_reader
      using (user_id = nullif(current_setting('app.user_id', true), '')::uuid);
    create policy owner_reads on membership for select to current_user using (true);

    alter table api_token enable row level security;
    alter table api_token force row level security;
    create policy in_project on api_token to stemma_app, stemma_reader
      using (project_id = nullif(current_setting('app.project_id', true), '')::uuid)
      with check (project_id = nullif(current_setting('app.project_id', true), '')::uuid);
    create policy owner_reads on api_token for select to current_user using (true);

    alter table audit enable row level security;
    alter table audit force row level security;
    create policy in_project on audit to stemma_app, stemma_reader
      using (project_id = nullif(current_setting('app.project_id', true), '')::uuid)
      with check (project_id = nullif(current_setting('app.project_id', true), '')::uuid);

    grant select, insert on project, membership, api_token, audit to stemma_app;
    grant update (name, compaction_threshold) on project to stemma_app;
    grant update (role), delete on membership to stemma_app;
    grant update (last_used_at, revoked_at) on api_token to stemma_app;
    grant select on project, membership, audit to stemma_reader;

    -- A token names its project, so it is looked up before any project is set. It never grants more
    -- than its person still has: a lowered role lowers the token to reading.
    create function api_token_lookup(hash bytea)
      returns table (token_id uuid, project_id uuid, user_id uuid, role text)
      language sql stable security definer
      set search_path = pg_catalog, pg_temp
    as $$
      select t.id, t.project_id, t.user_id,
             case when m.role = 'admin' or m.role = t.role then t.role else 'viewer' end
      from public.api_token t
      join public.membership m on m.project_id = t.project_id and m.user_id = t.user_id
      where t.token_hash = hash
        and t.revoked_at is null
        and (t.expires_at is null or t.expires_at > now())
    $$;

    create function worker_project_ids()
      returns setof uuid
      language sql stable security definer
      set search_path = pg_catalog, pg_temp
    as $$ select id from public.project order by id $$;

    revoke all on function api_token_lookup(bytea), worker_project_ids() from public;
    grant execute on function api_token_lookup(bytea), worker_project_ids() to stemma_app;
  `.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop function worker_project_ids();
    drop function api_token_lookup(bytea);
    drop table audit, api_token;
    drop policy own on project;
    drop table membership;
    drop table project;
  `.execute(db);
}
