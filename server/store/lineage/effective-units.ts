import { type RawBuilder, sql } from 'kysely';

/**
 * [M4] The units that the artifact `a` of the query around it answers for: those of its patch; of a
 * merge what was settled in it alone, for the rest is the work of others; of a full document all.
 */
export const effectiveUnits: RawBuilder<string[]> = sql`
  case
    when a.kind = 'dag_version' then array['']
    when a.merge_parent_id is null then a.touches
    else array(select jsonb_array_elements_text(a.meta -> 'resolved'))
  end`;

/** Whether a unit equals, contains or lies under the pointer; `outer` are the pointers that contain it. */
export function isRelated(
  unit: RawBuilder<unknown>,
  { pointer, outer }: { pointer: string; outer: readonly string[] },
): RawBuilder<boolean> {
  return sql<boolean>`(${unit} = ${pointer} or ${unit} = any(${outer}::text[]) or starts_with(${unit}, ${`${pointer}/`}))`;
}
