import type { Dag } from '../dag/document';
import { jsonEqual } from '../json/equal';
import type { Json } from '../json/json';
import { compare } from './compare';
import { isLayout } from './layout';
import { OpIndex } from './op-index';
import type { Op } from './ops';
import { isWithin } from './pointer';
import { needsOf } from './units';

/** Two changes of one document, each seen as what it made of it. */
export interface Sides {
  readonly base: Dag;
  /** What the changes are carried onto. */
  readonly head: Dag;
  /** What they made of the base. */
  readonly incoming: Dag;
}

/** An incoming op, or a unit that only was read, on something that the head changed as well. */
export interface Touch {
  readonly unit: string;
  readonly incoming: Op | undefined;
  readonly head: Op;
}

/** A connection that one side made to a node which the other side removed, as pointers. */
export interface DanglingEnd {
  readonly edge: string;
  readonly node: string;
  readonly madeBy: 'head' | 'incoming';
}

export interface Rebased {
  /** The incoming changes that touch nothing: they may be applied to the head. */
  readonly ops: readonly Op[];
  readonly touches: readonly Touch[];
  readonly dangling: readonly DanglingEnd[];
}

/**
 * [P6] The incoming changes as far as they can be carried over to the head. Equal writes and double
 * removals are dropped, layout yields to removal, everything else that touches is told. `reads` are
 * units that must not have changed. What the ops give still has to be validated.
 */
export function rebase({ base, head, incoming }: Sides, reads: readonly string[] = []): Rebased {
  const changes = compare(base, incoming);
  const others = compare(base, head);
  const index = new OpIndex(others);
  const touches: Touch[] = reads.flatMap((unit) =>
    index.touching(unit).map((other) => ({ unit, incoming: undefined, head: other })),
  );
  const ops: Op[] = [];
  for (const op of changes) {
    const verdict = judge(op, index.touching(op.path));
    if (verdict.keep) ops.push(op);
    touches.push(...verdict.touches);
  }
  const dangling = [
    ...danglingEnds(changes, others, 'incoming'),
    ...danglingEnds(others, changes, 'head'),
  ];
  return { ops, touches, dangling };
}

function judge(op: Op, others: readonly Op[]): { keep: boolean; touches: Touch[] } {
  let keep = true;
  const touches: Touch[] = [];
  for (const other of others) {
    if (same(op, other) || yields(op, other)) keep = false;
    else if (!yields(other, op)) touches.push({ unit: op.path, incoming: op, head: other });
  }
  return { keep: keep && touches.length === 0, touches };
}

function danglingEnds(
  ops: readonly Op[],
  others: readonly Op[],
  madeBy: DanglingEnd['madeBy'],
): DanglingEnd[] {
  const removals = new OpIndex(others.filter((other) => other.op === 'remove'));
  return ops.flatMap((op) =>
    needsOf(op)
      .filter((node) => removals.covering(node).length > 0)
      .map((node) => ({ edge: op.path.split('/', 3).join('/'), node, madeBy })),
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

/** Whether `op` only moves or dresses an entry, and `other` removes the entry or that dress. */
function yields(op: Op, other: Op): boolean {
  return other.op === 'remove' && isWithin(op.path, other.path) && isLayout(op.path);
}
