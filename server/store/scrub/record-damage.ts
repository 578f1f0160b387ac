import { sql, type Transaction } from 'kysely';
import type { DB } from '../../db/schema/db';
import type { DamageKind } from '../../db/schema/damage';
import { newId } from '../../db/uuid';

export interface Damage {
  readonly kind: DamageKind;
  readonly subject: string;
  /** Where it is found in the log. */
  readonly correlation: string;
}

/** [V7] Keeps what was found damaged; gives what of it was not known before. */
export async function recordDamage(
  trx: Transaction<DB>,
  step: { projectId: string; kind: DamageKind; subjects: readonly string[] },
): Promise<Damage[]> {
  const { projectId, kind, subjects } = step;
  if (subjects.length === 0) return [];
  const known = await trx
    .updateTable('damage')
    .set({ seen_at: sql<Date>`now()` })
    .where('project_id', '=', projectId)
    .where('kind', '=', kind)
    .where('subject', 'in', subjects)
    .returning('subject')
    .execute();
  const found = subjects
    .filter((subject) => !known.some((row) => row.subject === subject))
    .map((subject) => ({ kind, subject, correlation: newId() }));
  if (found.length > 0) {
    const rows = found.map((damage) => ({ project_id: projectId, ...damage }));
    await trx.insertInto('damage').values(rows).execute();
  }
  return found;
}

/** [V7] What a whole pass has not seen again is sound, or gone. */
export async function forgetDamage(
  trx: Transaction<DB>,
  { projectId }: { projectId: string },
): Promise<void> {
  await trx
    .deleteFrom('damage as d')
    .where('d.project_id', '=', projectId)
    .where('d.seen_at', '<', (eb) =>
      eb
        .selectFrom('scrub as s')
        .select('s.started_at')
        .whereRef('s.project_id', '=', 'd.project_id'),
    )
    .execute();
}
