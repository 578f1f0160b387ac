import type { Transaction } from 'kysely';
import { NotFoundError } from '@core/errors';
import type { Dag } from '@core/dag/document';
import type { DB } from '../db/schema/db';
import type { ProjectScope } from '../db/transaction';
import { getVersionSummary } from './get-version-summary';
import { materializeVersion } from './materialize-version';
import { isTag, type TagRef } from './tag-ref';
import { type TagSummary, tagColumns } from './tag-summary';
import { currentStack } from './undo-stack';
import { type UndoState, undoState } from './undo-state';
import { VERSION_KINDS, type VersionSummary } from './version-summary';

export type VersionRef =
  | { readonly versionId: string }
  | { readonly versionHash: string; readonly workflowId: string }
  | TagRef;

export interface VersionView {
  readonly version: VersionSummary;
  readonly document: Dag;
  /** Only when asked for by branch. */
  readonly tag: TagSummary | null;
  readonly undo: UndoState | null;
}

export interface BranchView extends VersionView {
  readonly tag: TagSummary;
  readonly undo: UndoState;
}

/**
 * The document of a version: by id, by hash (the newest of a workflow that has it), or at the end of
 * a branch, then with the caller's undo state. Throws NotFoundError.
 */
export async function getVersion(
  trx: Transaction<DB>,
  args: ProjectScope & VersionRef,
): Promise<VersionView> {
  const { projectId } = args;
  if ('tagId' in args || 'tag' in args) return getBranch(trx, args);
  const versionId = 'versionId' in args ? args.versionId : await versionByHash(trx, args);
  const version = await getVersionSummary(trx, { projectId, versionId });
  const { dag } = await materializeVersion(trx, { projectId, versionId });
  return { version, document: dag, tag: null, undo: null };
}

/** The document at the end of a branch; throws NotFoundError. */
export async function getBranch(
  trx: Transaction<DB>,
  args: ProjectScope & TagRef,
): Promise<BranchView> {
  const { projectId, userId } = args;
  const tag = await trx
    .selectFrom('tag')
    .select(tagColumns)
    .where('tag.project_id', '=', projectId)
    .where(isTag(args))
    .executeTakeFirst();
  if (tag === undefined) throw new NotFoundError('That branch');
  const key = { projectId, versionId: tag.target };
  const [version, { dag }, tops] = await Promise.all([
    getVersionSummary(trx, key),
    materializeVersion(trx, key),
    currentStack(trx, { projectId, tagId: tag.id, userId }),
  ]);
  const undo = await undoState(trx, { projectId, tagId: tag.id, ...tops });
  return { version, document: dag, tag, undo };
}

/** The newest version of a workflow that has this hash; throws NotFoundError. */
export async function versionByHash(
  trx: Transaction<DB>,
  args: { projectId: string; workflowId: string; versionHash: string },
): Promise<string> {
  const row = await trx
    .selectFrom('artifact')
    .select('id')
    .where('project_id', '=', args.projectId)
    .where('version_hash', '=', args.versionHash)
    .where('workflow_id', '=', args.workflowId)
    .where('kind', 'in', VERSION_KINDS)
    // A compaction has its head's hash and is nobody's edit: [C2].
    .orderBy((eb) => eb('compacted_from_id', 'is not', null))
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) throw new NotFoundError('That version');
  return row.id;
}
