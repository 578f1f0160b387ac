import type { Transaction } from 'kysely';
import { NotFoundError } from '@core/errors';
import type { DB } from '../db/schema/db';
import { VERSION_KINDS, versionColumns, type VersionSummary } from './version-summary';

/** What is known of a version; throws NotFoundError for any other id of any other project. */
export async function getVersionSummary(
  trx: Transaction<DB>,
  key: { projectId: string; versionId: string },
): Promise<VersionSummary> {
  const version = await trx
    .selectFrom('artifact')
    .select(versionColumns)
    .where('artifact.project_id', '=', key.projectId)
    .where('artifact.id', '=', key.versionId)
    .where('artifact.kind', 'in', VERSION_KINDS)
    .executeTakeFirst();
  if (version === undefined) throw new NotFoundError('That version');
  return version;
}

/** The same for a version that must be one of the workflow's. */
export async function getVersionOf(
  trx: Transaction<DB>,
  key: { projectId: string; workflowId: string; versionId: string },
): Promise<VersionSummary> {
  const version = await getVersionSummary(trx, key);
  if (version.workflowId !== key.workflowId)
    throw new NotFoundError('That version of the workflow');
  return version;
}
