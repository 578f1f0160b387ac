import type { Dag } from '../dag/document';
import { jsonEqual } from '../json/equal';
import type { Json } from '../json/json';
import { applyPatch } from './apply-patch';
import { compare } from './compare';
import type { Op } from './ops';
import { isWithin, parsePointer } from './pointer';
import { unitsOf } from './units';

/** Both sides' ops on units that touch each other. */
export interface UnitConflict {
  readonly unit: string;
  readonly mine: Op | undefined;
  readonly theirs: Op;
}

export type Rebased =
  | { readonly status: 'rebased'; readonly ops: readonly Op[] }
  | { readonly status: 'conflict'; readonly conflicts: readonly UnitConflict[] };

/**
 * [P6] `mine` carried over to a document that has changed meanwhile: both start from `before`.
 * Equal writes and double removals are dropped, layout yields to removal, everything else that
 * touches is a conflict. The result still has to be validated where it is applied.
 */
export function rebase(before: Dag, mine: readonly Op[], theirs: Dag): Rebased {
  const ours = compare(before, applyPatch(before, mine));
  const others = compare(before, theirs);
  const { reads, needs } = unitsOf(before, mine);
  const conflicts: UnitConflict[] = others.flatMap((other) => [
    ...reads
      .filter((unit) => touches(unit, other.path))
      .map((unit) => ({ unit, mine: undefined, theirs: other })),
    ...needs
      .filter((unit) => isWithin(unit, other.path))
      .map((unit) => ({ unit, mine: undefined, theirs: other })),
  ]);
  const ops: Op[] = [];
  for (const op of ours) {
    const verdict = judge(op, others);
    if (verdict.keep) ops.push(op);
    conflicts.push(...verdict.conflicts);
  }
  return conflicts.length > 0 ? { status: 'conflict', conflicts } : { status: 'rebased', ops };
}

function judge(op: Op, others: readonly Op[]): { keep: boolean; conflicts: UnitConflict[] } {
  let keep = true;
  const conflicts: UnitConflict[] = [];
  for (const other of others) {
    if (!touches(op.path, other.path)) continue;
    if (same(op, other) || (op.op !== 'remove' && yields(op, other))) keep = false;
    else if (!yields(other, op)) conflicts.push({ unit: op.path, mine: op, theirs: other });
  }
  return { keep, conflicts };
}

function touches(a: string, b: string): boolean {
  return isWithin(a, b) || isWithin(b, a);
}

function same(a: Op, b: Op): boolean {
  return (
    a.path === b.path &&
    jsonEqual(effect(a), effect(b)) &&
    (a.op === 'remove') === (b.op === 'remove')
  );
}

function effect(op: Op): Json | undefined {
  return 'value' in op ? op.value : undefined;
}

const LAYOUT = new Set(['position', 'size', 'collapsed', 'color', 'group']);

/** Whether `op` only moves or dresses an entry that `other` removes. */
function yields(op: Op, other: Op): boolean {
  const [, , field] = parsePointer(op.path);
  return (
    other.op === 'remove' &&
    isWithin(op.path, other.path) &&
    field !== undefined &&
    LAYOUT.has(field)
  );
}
