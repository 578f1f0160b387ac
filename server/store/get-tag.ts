import type { Transaction } from 'kysely';
import { NotFoundError } from '@core/errors';
import type { DB } from '../db/schema/db';
import { isTag, type TagRef } from './tag-ref';
import { type TagSummary, tagColumns } from './tag-summary';

/** A branch by id or name; throws NotFoundError. */
export async function getTag(
  trx: Transaction<DB>,
  args: { projectId: string; ref: TagRef },
): Promise<TagSummary> {
  const tag = await trx
    .selectFrom('tag')
    .select(tagColumns)
    .where('tag.project_id', '=', args.projectId)
    .where(isTag(args.ref))
    .executeTakeFirst();
  if (tag === undefined) throw new NotFoundError('That branch');
  return tag;
}
