import type { ExpressionBuilder } from 'kysely';
import type { DB } from '../db/schema/db';
import { type Person, personOf } from './people';
import { instantOf } from './version-summary';

export interface TagSummary {
  readonly id: string;
  readonly workflowId: string;
  readonly name: string;
  readonly target: string;
  readonly seq: number;
  readonly protected: boolean;
  readonly createdBy: Person;
  readonly createdAt: string;
  readonly movedAt: string;
}

/** Columns of `tag` as a TagSummary. */
export function tagColumns(eb: ExpressionBuilder<DB, 'tag'>) {
  return [
    eb.ref('tag.id').as('id'),
    eb.ref('tag.workflow_id').as('workflowId'),
    eb.ref('tag.name').as('name'),
    eb.ref('tag.target_id').as('target'),
    eb.ref('tag.seq').as('seq'),
    eb.ref('tag.protected').as('protected'),
    personOf(eb.ref('tag.created_by')).as('createdBy'),
    instantOf(eb.ref('tag.created_at')).as('createdAt'),
    instantOf(eb.ref('tag.moved_at')).as('movedAt'),
  ] as const;
}
