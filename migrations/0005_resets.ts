import { type Kysely, sql } from 'kysely';

/** [T2] A reset ends every person's stack on its branch, so each look at a stack asks for the last one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index tag_move_reset on tag_move (project_id, tag_id, seq) where kind = 'reset'
  `.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop index tag_move_reset`.execute(db);
}
