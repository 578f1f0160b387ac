import { sql, type Transaction } from 'kysely';
import { formatPointer, parsePointer, prefixesOf } from '@core/patch/pointer';
import { blameLines } from '@core/version/blame';
import type { DB } from '../../db/schema/db';
import type { VersionRef } from '../get-version';
import { getVersionAt } from '../get-version-at';
import { type Person, personOf } from '../people';
import { instantOf, type VersionSummary } from '../version-summary';
import { effectiveUnits, isRelated } from './effective-units';
import { lineageOf } from './lineage-of';

/** Which version last changed one unit of a document. */
export interface BlameLine {
  readonly unit: string;
  readonly versionId: string;
  readonly generation: number;
  readonly message: string;
  readonly author: Person;
  readonly at: string;
}

export interface Blame {
  readonly version: VersionSummary;
  readonly lines: readonly BlameLine[];
}

/**
 * [M4] Who last changed the place that a pointer names and each unit under it, newest first; the
 * empty pointer names the whole document. What no patch has touched is the first version's. Reads
 * the lineage's rows and no document. Throws NotFoundError, InvalidPatchError for a malformed
 * pointer.
 */
export async function blame(
  trx: Transaction<DB>,
  args: { projectId: string; ref: VersionRef; pointer: string },
): Promise<Blame> {
  const pointer = formatPointer(parsePointer(args.pointer));
  const version = await getVersionAt(trx, args);
  const newest = await newestChanges(trx, { ...args, headId: version.id, pointer });
  return { version, lines: blameLines(pointer, newest) };
}

/** Of every unit that has to do with the place, the newest version of the lineage that changed it. */
async function newestChanges(
  trx: Transaction<DB>,
  args: { projectId: string; headId: string; pointer: string },
): Promise<BlameLine[]> {
  const place = { pointer: args.pointer, outer: prefixesOf(args.pointer) };
  const { rows } = await sql<BlameLine>`
    with newest as materialized (
      select distinct on (touched.unit) touched.unit, a.id, a.generation, a.message, a.created_by, a.created_at
      from ${lineageOf(args)} a
      cross join lateral (select unnest(${effectiveUnits}) collate "C" as unit) touched
      where ${isRelated(sql.ref('touched.unit'), place)}
      order by touched.unit, a.generation desc, a.id desc
    ),
    author as (
      select somebody.id, ${personOf(sql.ref('somebody.id'))} as person
      from (select distinct created_by as id from newest) somebody
    )
    select newest.unit, newest.id as "versionId", newest.generation, newest.message,
      author.person as author, ${instantOf(sql.ref('newest.created_at'))} as at
    from newest join author on author.id = newest.created_by
  `.execute(trx);
  return rows;
}
