import { type Expression, sql } from 'kysely';

/**
 * COALESCE for join conditions. Under row level security the planner takes COALESCE for something
 * that might leak, and then uses no index; CASE it trusts.
 */
export function firstOf(first: Expression<string | null>, second: Expression<string | null>) {
  return sql<string>`case when ${first} is not null then ${first} else ${second} end`;
}
