import type { Transaction } from 'kysely';
import type { DB } from '../db/schema/db';
import { getTag } from './get-tag';
import { type VersionRef, versionByHash } from './get-version';
import { getVersionSummary } from './get-version-summary';
import type { VersionSummary } from './version-summary';

/** What is known of the version that is named by id, by hash or as the end of a branch. Throws NotFoundError. */
export async function getVersionAt(
  trx: Transaction<DB>,
  { projectId, ref }: { projectId: string; ref: VersionRef },
): Promise<VersionSummary> {
  const versionId = await idOf(trx, projectId, ref);
  return getVersionSummary(trx, { projectId, versionId });
}

async function idOf(trx: Transaction<DB>, projectId: string, ref: VersionRef): Promise<string> {
  if ('versionId' in ref) return ref.versionId;
  if ('versionHash' in ref) return versionByHash(trx, { projectId, ...ref });
  return (await getTag(trx, { projectId, ref })).target;
}
