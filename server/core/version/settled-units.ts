import type { Dag } from '../dag/document';
import { jsonEqual } from '../json/equal';
import { compare } from '../patch/compare';
import { prefixesOf } from '../patch/pointer';
import type { Sides } from '../patch/rebase';
import { valueAt } from '../patch/value-at';

/**
 * [M4] What a merge answers for itself: units that one side changed and that are, in what came of
 * it, neither as that side left them nor as the other side made them.
 */
export function settledUnits({ base, head, incoming }: Sides, merged: Dag): string[] {
  const mine = compare(base, head).map(({ path }) => path);
  const theirs = compare(base, incoming).map(({ path }) => path);
  const madeByThem = new Set(theirs.filter((unit) => same(incoming, merged, unit)));
  return [
    ...theirs.filter((unit) => !madeByThem.has(unit)),
    ...mine.filter(
      (unit) =>
        !same(head, merged, unit) &&
        ![unit, ...prefixesOf(unit)].some((outer) => madeByThem.has(outer)),
    ),
  ];
}

function same(one: Dag, other: Dag, pointer: string): boolean {
  return jsonEqual(valueAt(one, pointer), valueAt(other, pointer));
}
