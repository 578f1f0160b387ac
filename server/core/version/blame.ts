import { isWithin, prefixesOf } from '../patch/pointer';

/** The newest change of one unit in a lineage. */
export interface UnitChange {
  readonly unit: string;
  readonly versionId: string;
  /** Newer versions of a lineage have greater generations; ids decide between equal ones. */
  readonly generation: number;
}

/**
 * [M4] Of the newest changes of units that equal, contain or lie under the pointer, those that
 * answer for it, newest first. What a later change has overwritten is left out; the one that last
 * set all of the place stands under the pointer itself.
 */
export function blameLines<C extends UnitChange>(pointer: string, changes: readonly C[]): C[] {
  const around = changes.filter(({ unit }) => isWithin(pointer, unit)).sort(newestFirst);
  const inside = changes.filter(({ unit }) => unit !== pointer && isWithin(unit, pointer));
  const whole = around.slice(0, 1).map((change) => ({ ...change, unit: pointer }));
  const newest = new Map([...inside, ...whole].map((change) => [change.unit, change]));
  const stands = (change: C) =>
    prefixesOf(change.unit).every((unit) => {
      const outer = newest.get(unit);
      return outer === undefined || newestFirst(change, outer) < 0;
    });
  return [...newest.values()].filter(stands).sort(newestFirst);
}

function newestFirst(a: UnitChange, b: UnitChange): number {
  if (a.generation !== b.generation) return b.generation - a.generation;
  if (a.versionId !== b.versionId) return a.versionId < b.versionId ? 1 : -1;
  return a.unit < b.unit ? -1 : 1;
}
