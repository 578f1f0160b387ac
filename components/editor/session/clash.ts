import type { Dag } from '@core/dag/document';
import { validateChange } from '@core/dag/validate';
import { DomainError } from '@core/errors';
import { compare } from '@core/patch/compare';
import type { Op } from '@core/patch/ops';
import { unitsOf } from '@core/patch/units';
import type { Choose } from '@core/version/conflict';
import { threeWay } from '@core/version/three-way';
import type { Clash, OpenConflict, PendingEdit, Whose } from './session-state';

/** What there is to decide about an edit, were it in the way of others. */
export function clashOf(
  edit: PendingEdit,
  base: Dag,
  whose: ReadonlyMap<string, Whose> = new Map(),
): Clash {
  const { reads } = unitsOf(base, edit.ops);
  return { base, mine: edit.after, reads, choices: new Map(), whose };
}

/**
 * The edit on a document that others have changed: as new ops where it can be joined with what they
 * did, held for the person's choices where it cannot; nothing when nothing of it is left to do.
 * Throws a DomainError for a result that is refused for another reason.
 */
export function joinEdit(edit: PendingEdit, clash: Clash, head: Dag): PendingEdit | undefined {
  const { dag, conflicts } = join(clash, head);
  if (conflicts.length > 0) return holdEdit(edit, clash, head);
  validateChange(head, dag);
  const ops = compare(head, dag);
  if (ops.length === 0) return undefined;
  const { kind, opId, message } = edit;
  return { kind, opId, message, ops, after: dag };
}

/** Until the person has chosen the screen shows the edit, over all else that others did. */
export function holdEdit(edit: PendingEdit, clash: Clash, head: Dag): PendingEdit {
  const { dag } = join(clash, head, () => ({ take: 'incoming' }));
  const after = isAllowed(head, dag) ? dag : join(clash, head).dag;
  return { ...edit, ops: compare(head, after), after, clash };
}

/** What is left to decide, and what was decided already. */
export function conflictsOf(clash: Clash, head: Dag): OpenConflict[] {
  return chosen(clash, head).conflicts.map((conflict) => ({
    ...conflict,
    choice: clash.choices.get(conflict.unit),
    whose: clash.whose.get(conflict.unit) ?? undefined,
  }));
}

/** The edit as the choices make it. Throws a DomainError when that cannot be stored. */
export function settleClash(clash: Clash, head: Dag): { dag: Dag; ops: readonly Op[] } {
  const { dag } = chosen(clash, head);
  validateChange(head, dag);
  return { dag, ops: compare(head, dag) };
}

function chosen(clash: Clash, head: Dag) {
  return join(clash, head, ({ unit }) => clash.choices.get(unit));
}

function join({ base, mine, reads }: Clash, head: Dag, choose?: Choose) {
  return threeWay({ base, incoming: mine, head }, choose ? { reads, choose } : { reads });
}

function isAllowed(head: Dag, dag: Dag): boolean {
  try {
    validateChange(head, dag);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}
