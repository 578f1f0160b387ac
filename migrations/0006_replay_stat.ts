import { type Kysely, sql } from 'kysely';

/**
 * What reading versions from their stored bytes cost, by the hour: [C2]. Measurements, not history:
 * they are added up in place, forgotten after a while, and go with the version they are about.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table replay_stat (
      project_id uuid not null,
      version_id uuid not null,
      hour timestamptz not null,
      replays integer not null check (replays >= 1),
      total_ms double precision not null check (total_ms >= 0),
      last_ms double precision not null,
      last_at timestamptz not null,
      primary key (project_id, version_id, hour),
      foreign key (project_id, version_id) references artifact (project_id, id) on delete cascade
    ) with (fillfactor = 80);
    create index replay_stat_hour on replay_stat (project_id, hour);

    alter table replay_stat enable row level security;
    alter table replay_stat force row level security;
    create policy in_project on replay_stat to stemma_app, stemma_reader
      using (project_id = nullif(current_setting('app.project_id', true), '')::uuid)
      with check (project_id = nullif(current_setting('app.project_id', true), '')::uuid);
    grant select, insert, delete on replay_stat to stemma_app;
    grant update (replays, total_ms, last_ms, last_at) on replay_stat to stemma_app;
    grant select on replay_stat to stemma_reader;
  `.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table replay_stat`.execute(db);
}
