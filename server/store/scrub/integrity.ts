import { sql, type Transaction } from 'kysely';
import type { DB } from '../../db/schema/db';
import type { DamageKind } from '../../db/schema/damage';
import { instantOf } from '../version-summary';

export interface Integrity {
  /** The pass under way, or the last one; null before the first. */
  readonly pass: {
    readonly startedAt: string;
    /** Null while it is under way. */
    readonly finishedAt: string | null;
    /** Blobs and heads that it has checked. */
    readonly checked: number;
  } | null;
  /** How much is damaged as far as is known. */
  readonly damages: number;
  /** The first hundred of it, the latest found first. */
  readonly damaged: {
    readonly kind: DamageKind;
    readonly subject: string;
    readonly correlation: string;
    readonly foundAt: string;
  }[];
}

const SHOWN = 100;

/** [V7] Whether what a project has stored is what it was, by the scrub in the background. */
export async function integrity(
  trx: Transaction<DB>,
  { projectId }: { projectId: string },
): Promise<Integrity> {
  const [pass, rows] = await Promise.all([
    trx
      .selectFrom('scrub')
      .select('checked')
      .select((eb) => [
        instantOf(eb.ref('started_at')).as('startedAt'),
        sql<
          string | null
        >`case when finished_at >= started_at then ${instantOf(eb.ref('finished_at'))} end`.as(
          'finishedAt',
        ),
      ])
      .where('project_id', '=', projectId)
      .executeTakeFirst(),
    trx
      .selectFrom('damage')
      .select(['kind', 'subject', 'correlation', sql<number>`count(*) over ()::int`.as('damages')])
      .select((eb) => instantOf(eb.ref('found_at')).as('foundAt'))
      .where('project_id', '=', projectId)
      .orderBy('found_at', 'desc')
      .orderBy('subject')
      .limit(SHOWN)
      .execute(),
  ]);
  const damaged = rows.map(({ damages: _, ...row }) => row);
  return { pass: pass ?? null, damages: rows[0]?.damages ?? 0, damaged };
}
