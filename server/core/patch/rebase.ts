import { type Dag, isCollection } from '../dag/document';
import { jsonEqual } from '../json/equal';
import type { Json } from '../json/json';
import { applyPatch } from './apply-patch';
import { compare } from './compare';
import { OpIndex } from './op-index';
import type { Op } from './ops';
import { isWithin, parsePointer } from './pointer';
import { needsOf, unitsOf } from './units';

/** Both sides' ops on units that touch each other. */
export interface UnitConflict {
  readonly unit: string;
  /** Undefined when `mine` only reads the unit. */
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
  const index = new OpIndex(others);
  const conflicts: UnitConflict[] = unitsOf(before, mine).reads.flatMap((unit) =>
    index.touching(unit).map((other) => ({ unit, mine: undefined, theirs: other })),
  );
  const ops: Op[] = [];
  for (const op of ours) {
    const verdict = judge(op, index.touching(op.path));
    if (verdict.keep) ops.push(op);
    conflicts.push(...verdict.conflicts);
  }
  conflicts.push(...danglingEnds(ours, others));
  return conflicts.length > 0 ? { status: 'conflict', conflicts } : { status: 'rebased', ops };
}

function judge(op: Op, others: readonly Op[]): { keep: boolean; conflicts: UnitConflict[] } {
  let keep = true;
  const conflicts: UnitConflict[] = [];
  for (const other of others) {
    if (same(op, other) || yields(op, other)) keep = false;
    else if (!yields(other, op)) conflicts.push({ unit: op.path, mine: op, theirs: other });
  }
  return { keep, conflicts };
}

/** A connection made on one side to a node that the other side removed. */
function danglingEnds(ours: readonly Op[], others: readonly Op[]): UnitConflict[] {
  return [
    ...needsMet(ours, others).map(({ unit, op, removal }) => ({ unit, mine: op, theirs: removal })),
    ...needsMet(others, ours).map(({ unit, op, removal }) => ({ unit, mine: removal, theirs: op })),
  ];
}

function needsMet(
  ops: readonly Op[],
  others: readonly Op[],
): { unit: string; op: Op; removal: Op }[] {
  const removals = new OpIndex(others.filter((other) => other.op === 'remove'));
  return ops.flatMap((op) =>
    needsOf(op).flatMap((unit) =>
      removals.covering(unit).map((removal) => ({ unit, op, removal })),
    ),
  );
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

/** Whether `op` only moves or dresses an entry, and `other` removes the entry or that dress. */
function yields(op: Op, other: Op): boolean {
  if (other.op !== 'remove' || !isWithin(op.path, other.path)) return false;
  const [collection, , field] = parsePointer(op.path);
  return isCollection(collection) && field !== undefined && LAYOUT.has(field);
}
