import { type Kysely, sql } from 'kysely';

/**
 * How far the scrub of a project has come, and what it found that is not what it was: [V7]. Findings
 * are observations, not history: what a whole pass did not see again goes.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table scrub (
      project_id uuid primary key references project (id),
      -- What the pass is at, and the last of it that was checked; empty before the first.
      phase text not null check (phase in ('blobs', 'heads')),
      position text not null,
      checked integer not null check (checked >= 0),
      started_at timestamptz not null default now(),
      -- When the last pass came to its end; before started_at while another one is under way.
      finished_at timestamptz
    ) with (fillfactor = 50);

    create table damage (
      project_id uuid not null references project (id),
      kind text not null check (kind in ('blob', 'head')),
      subject text not null,
      correlation uuid not null,
      found_at timestamptz not null default now(),
      seen_at timestamptz not null default now(),
      primary key (project_id, kind, subject)
    );
  `.execute(db);

  for (const table of ['scrub', 'damage']) {
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
    grant update (phase, position, checked, started_at, finished_at) on scrub to stemma_app;
    grant update (seen_at), delete on damage to stemma_app;
  `.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table damage, scrub`.execute(db);
}
