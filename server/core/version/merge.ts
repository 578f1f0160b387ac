import type { Dag } from '../dag/document';
import { applyPatch } from '../patch/apply-patch';
import { compare } from '../patch/compare';
import { rebase, type UnitConflict } from '../patch/rebase';

export type Merged =
  | { readonly status: 'merged'; readonly dag: Dag }
  | { readonly status: 'conflict'; readonly conflicts: readonly UnitConflict[] };

/**
 * [M3] Three-way merge per field: what only one side changed is taken, what both changed to the same
 * is taken once. In a conflict `mine` is theirs' op as seen from `ours`. The result is not validated.
 */
export function mergeDags(base: Dag, ours: Dag, theirs: Dag): Merged {
  const result = rebase(base, compare(base, theirs), ours);
  if (result.status === 'conflict') return result;
  return { status: 'merged', dag: applyPatch(ours, result.ops) };
}
