import type { Transaction } from 'kysely';
import { NotFoundError } from '@core/errors';
import type { DB } from '../db/schema/db';
import { type VersionRef, versionByHash } from './get-version';
import { getVersionSummary } from './get-version-summary';
import { isTag, type TagRef } from './tag-ref';
import { versionColumns, type VersionSummary } from './version-summary';

/** What is known of the version named by id, by hash or as the end of a branch. Throws NotFoundError. */
export async function getVersionAt(
  trx: Transaction<DB>,
  { projectId, ref }: { projectId: string; ref: VersionRef },
): Promise<VersionSummary> {
  if ('tagId' in ref || 'tag' in ref) return endOf(trx, projectId, ref);
  const versionId =
    'versionId' in ref ? ref.versionId : await versionByHash(trx, { projectId, ...ref });
  return getVersionSummary(trx, { projectId, versionId });
}

async function endOf(
  trx: Transaction<DB>,
  projectId: string,
  ref: TagRef,
): Promise<VersionSummary> {
  const version = await trx
    .selectFrom('artifact')
    .innerJoin('tag', (join) =>
      join
        .onRef('tag.project_id', '=', 'artifact.project_id')
        .onRef('tag.target_id', '=', 'artifact.id'),
    )
    .select(versionColumns)
    .where('artifact.project_id', '=', projectId)
    .where(isTag(ref))
    .executeTakeFirst();
  if (version === undefined) throw new NotFoundError('That branch');
  return version;
}
