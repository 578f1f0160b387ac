import type { Dag } from '../dag/document';
import { validateChange } from '../dag/validate';
import { DomainError } from '../errors';
import { compare } from '../patch/compare';
import type { Op } from '../patch/ops';
import type { Sides } from '../patch/rebase';
import type { Choice, Conflict } from './conflict';
import { settledUnits } from './settled-units';
import { threeWay } from './three-way';

export interface Merged {
  /** The head with the incoming changes; open conflicts stand as in the head. */
  readonly dag: Dag;
  readonly ops: readonly Op[];
  /** Every conflict, also the settled ones, and the units still open. */
  readonly conflicts: readonly Conflict[];
  readonly open: readonly string[];
  /** [M4] Units that the merge itself answers for, as neither side does. */
  readonly settled: readonly string[];
  /** [D2] Why the document may not be stored, in words. */
  readonly problem: DomainError | undefined;
}

/**
 * [M3] Three-way merge per field: what only one side changed is taken, what both changed to the same
 * is taken once, and each conflict is settled by the choice for its unit.
 */
export function mergeDags(sides: Sides, choices: ReadonlyMap<string, Choice> = new Map()): Merged {
  const { dag, conflicts } = threeWay(sides, { choose: ({ unit }) => choices.get(unit) });
  const units = conflicts.map(({ unit }) => unit);
  return {
    dag,
    ops: compare(sides.head, dag),
    conflicts,
    open: units.filter((unit) => !choices.has(unit)),
    settled: [...new Set([...units, ...settledUnits(sides, dag)])],
    problem: refusal(sides.head, dag),
  };
}

function refusal(head: Dag, dag: Dag): DomainError | undefined {
  try {
    validateChange(head, dag);
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}
