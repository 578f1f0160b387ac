import { sql, type Transaction } from 'kysely';
import { InvalidCursorError } from '@core/errors';
import { formatPointer, parsePointer, prefixesOf } from '@core/patch/pointer';
import type { DB } from '../../db/schema/db';
import type { VersionRef } from '../get-version';
import { getVersionAt } from '../get-version-at';
import { idCursor, numericCursor, type Page, pageOf } from '../page';
import { versionColumns, type VersionSummary } from '../version-summary';
import { effectiveUnits, isRelated } from './effective-units';
import { lineageOf } from './lineage-of';

export interface HistoryArgs {
  readonly projectId: string;
  readonly ref: VersionRef;
  /** Only versions by this person. */
  readonly author?: string | undefined;
  /** Only versions that changed something at, above or under this place. */
  readonly pointer?: string | undefined;
  /** Only versions that execute otherwise than their parent. */
  readonly behaviour?: boolean | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/**
 * The versions that a head came from, itself included, newest first: by generation, then id.
 * Compactions are left out ([C2]). Throws NotFoundError, InvalidPatchError for a malformed pointer,
 * InvalidCursorError.
 */
export async function listHistory(
  trx: Transaction<DB>,
  args: HistoryArgs,
): Promise<Page<VersionSummary>> {
  const { projectId, limit } = args;
  const { id: headId } = await getVersionAt(trx, args);
  const conditions = [sql<boolean>`true`];
  if (args.author !== undefined) conditions.push(sql`a.created_by = ${args.author}`);
  if (args.pointer !== undefined) conditions.push(changes(args.pointer));
  if (args.behaviour === true) conditions.push(changesLogic(projectId));
  if (args.cursor !== undefined) conditions.push(isAfter(args.cursor));
  const found = sql<string>`any(array(
    select a.id from ${lineageOf({ projectId, headId })} a
    where ${sql.join(conditions, sql` and `)}
    order by a.generation desc, a.id desc
    limit ${limit + 1}
  ))`;
  const rows = await trx
    .selectFrom('artifact')
    .select(versionColumns)
    .where('artifact.project_id', '=', projectId)
    .where('artifact.id', '=', found)
    .orderBy('artifact.generation', 'desc')
    .orderBy('artifact.id', 'desc')
    .execute();
  return pageOf(rows, limit, ({ generation, id }) => `${generation}.${id}`);
}

/** Full documents contain every place; that a history begins with one says nothing about this one. */
function changes(at: string) {
  const pointer = formatPointer(parsePointer(at));
  const place = { pointer, outer: prefixesOf(pointer) };
  return sql<boolean>`a.kind = 'patch_set' and exists (
    select from unnest(${effectiveUnits}) touched(unit) where ${isRelated(sql.ref('touched.unit'), place)})`;
}

function changesLogic(projectId: string) {
  return sql<boolean>`a.logic_hash is distinct from (
    select p.logic_hash from artifact p where p.project_id = ${projectId} and p.id = a.parent_id)`;
}

function isAfter(cursor: string) {
  const [generation, id, ...rest] = cursor.split('.');
  if (generation === undefined || id === undefined || rest.length > 0) {
    throw new InvalidCursorError();
  }
  return sql<boolean>`(a.generation, a.id) < (${numericCursor(generation)}::int, ${idCursor(id)}::uuid)`;
}
