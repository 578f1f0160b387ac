import { sql, type Transaction } from 'kysely';
import type { DB } from '../../db/schema/db';
import type { ScrubPhase } from '../../db/schema/scrub';
import { checkBlobs } from './check-blobs';
import type { Checked } from './checked';
import { checkHeads } from './check-heads';
import { claimPass } from './claim-pass';
import { type Damage, forgetDamage, recordDamage } from './record-damage';

/** `resting`: the last pass is young enough, or another process is at this one. */
export type ScrubStep =
  | { readonly status: 'resting' }
  | { readonly status: 'checked'; readonly found: readonly Damage[] };

const CHECKS = { blobs: checkBlobs, heads: checkHeads } as const;
const KINDS = { blobs: 'blob', heads: 'head' } as const;

/**
 * [V7] One small step of the pass over everything that a project has stored: first the bytes of every
 * blob, then the documents of all heads. `found` is what was not known to be damaged before; what a
 * whole pass has not seen again is forgotten.
 */
export async function scrubStep(
  trx: Transaction<DB>,
  { projectId }: { projectId: string },
): Promise<ScrubStep> {
  const at = await claimPass(trx, projectId);
  if (at === undefined) return { status: 'resting' };

  const { phase, position: after } = at;
  const checked = await CHECKS[phase](trx, { projectId, after });

  const found = await recordDamage(trx, {
    projectId,
    kind: KINDS[phase],
    subjects: checked.damaged,
  });
  await advance(trx, { projectId, phase, checked });
  return { status: 'checked', found };
}

async function advance(
  trx: Transaction<DB>,
  step: { projectId: string; phase: ScrubPhase; checked: Checked },
): Promise<void> {
  const { projectId, phase } = step;
  const { subjects } = step.checked;
  const last = subjects.at(-1);
  const pass = trx.updateTable('scrub').where('project_id', '=', projectId);
  if (last !== undefined) {
    const checked = sql<number>`checked + ${subjects.length}::int`;
    await pass.set({ position: last, checked }).execute();
  } else if (phase === 'blobs') {
    await pass.set({ phase: 'heads', position: '' }).execute();
  } else {
    await pass.set({ finished_at: sql<Date>`now()` }).execute();
    await forgetDamage(trx, { projectId });
  }
}
