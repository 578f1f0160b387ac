import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { DB } from '../db/schema/db';

/** Names a branch by its id, or by workflow and name. */
export type TagRef =
  { readonly tagId: string } | { readonly workflowId: string; readonly tag: string };

/** The condition that picks the tag; `tag` must be in the query under its own name. */
export function isTag(ref: TagRef) {
  return (eb: ExpressionBuilder<DB, 'tag'>): Expression<SqlBool> =>
    'tagId' in ref
      ? eb('tag.id', '=', ref.tagId)
      : eb.and([eb('tag.workflow_id', '=', ref.workflowId), eb('tag.name', '=', ref.tag)]);
}
