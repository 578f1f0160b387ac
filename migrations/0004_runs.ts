import { type Kysely, sql } from 'kysely';

/** Submitted runs and the snapshots they share: [R1], [R2]. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table run_snapshot_index (
      project_id uuid not null,
      plan_hash text not null,
      logic_hash text not null,
      snapshot_id uuid not null,
      created_at timestamptz not null default now(),
      primary key (project_id, plan_hash),
      foreign key (project_id, snapshot_id) references artifact (project_id, id) on delete restrict
    );
    create index run_snapshot_index_logic on run_snapshot_index (project_id, logic_hash, created_at);

    create table run (
      project_id uuid not null,
      id uuid not null,
      workflow_id uuid not null,
      tag_id uuid,
      tag_name text,
      version_id uuid not null,
      manifest_id uuid not null,
      snapshot_id uuid not null,
      plan_hash text not null,
      snapshot_source text not null check (snapshot_source in ('reused', 'linked', 'built')),
      tags_snapshot jsonb not null,
      status text not null default 'QUEUED' check (status in
        ('QUEUED', 'RUNNING', 'CANCELLING', 'COMPLETED', 'FAILED', 'CANCELLED')),
      correlation_id uuid not null,
      submitted_by uuid not null,
      submitted_at timestamptz not null default now(),
      primary key (project_id, id),
      foreign key (project_id, workflow_id) references workflow (project_id, id),
      foreign key (project_id, version_id) references artifact (project_id, id) on delete restrict,
      foreign key (project_id, manifest_id) references artifact (project_id, id) on delete restrict,
      foreign key (project_id, snapshot_id) references artifact (project_id, id) on delete restrict,
      foreign key (project_id, plan_hash) references run_snapshot_index (project_id, plan_hash) on delete restrict
    );
    create index run_workflow on run (project_id, workflow_id, id);
    create index run_snapshot on run (project_id, snapshot_id, id);
  `.execute(db);

  for (const table of ['run_snapshot_index', 'run']) {
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
  await sql`grant update (status) on run to stemma_app`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table run, run_snapshot_index`.execute(db);
}
