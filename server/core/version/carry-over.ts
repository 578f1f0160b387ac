import type { Dag } from '../dag/document';
import { validateChange } from '../dag/validate';
import { applyPatch } from '../patch/apply-patch';
import { compare } from '../patch/compare';
import type { Op } from '../patch/ops';
import { unitsOf } from '../patch/units';
import type { Conflict } from './conflict';
import { threeWay } from './three-way';

/** An edit carried over to a document that has changed since; no ops when nothing is left to do. */
export type CarriedOver =
  | { readonly status: 'clean'; readonly dag: Dag; readonly ops: readonly Op[] }
  | { readonly status: 'conflict'; readonly conflicts: readonly Conflict[] };

/**
 * [V5][P6] Ops made for `base`, on `head` instead: all of them, validated there, or the conflicts
 * in which `incoming` is what the ops wanted. Throws what `applyPatch` throws when they do not apply
 * to `base`, and what `validateChange` throws for a result that is refused for another reason.
 */
export function carryOver(base: Dag, ops: readonly Op[], head: Dag): CarriedOver {
  const { reads } = unitsOf(base, ops);
  return carryOverTo({ base, incoming: applyPatch(base, ops), head }, reads);
}

/** The same for a change that is known by what it made of the base. */
export function carryOverTo(
  sides: { base: Dag; incoming: Dag; head: Dag },
  reads: readonly string[] = [],
): CarriedOver {
  const { dag, conflicts } = threeWay(sides, { reads });
  if (conflicts.length > 0) return { status: 'conflict', conflicts };
  validateChange(sides.head, dag);
  return { status: 'clean', dag, ops: compare(sides.head, dag) };
}
