import { type Kysely, sql } from 'kysely';

/**
 * Versions in the chain they were born in, one at each depth: what a walk of a lineage scans ([V2]).
 * Chains that fork copy member rows, never artifacts, so every version is met once.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create unique index artifact_chain on artifact (project_id, chain_id, depth) where chain_id is not null
  `.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop index artifact_chain`.execute(db);
}
