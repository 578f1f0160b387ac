import type { Dag } from '@core/dag/document';
import type { Op } from '@core/patch/ops';
import type { MoveKind } from '../../db/schema/tag-move';
import { groupBy } from './group-by';

/** What the store holds when all is quiet. */
export interface FinalState {
  readonly branches: readonly FinalBranch[];
  readonly versions: ReadonlyMap<string, FinalVersion>;
}

export interface FinalBranch {
  readonly id: string;
  readonly seq: number;
  readonly target: string;
  /** In the order of their seq. */
  readonly moves: readonly Move[];
}

export interface Move {
  readonly seq: number;
  readonly kind: MoveKind;
  readonly from: string | null;
  readonly to: string;
  /** Of the request that made it; null for those that a history does not know, such as the first. */
  readonly opId: string | null;
  /** When its transaction began: milliseconds since 1970. */
  readonly at: number;
}

export interface FinalVersion {
  readonly id: string;
  readonly parentId: string | null;
  readonly compactedFromId: string | null;
  /** As recorded when it was stored. */
  readonly versionHash: string;
  readonly content: { readonly document: Dag } | { readonly ops: readonly Op[] };
}

/** Every move with the op_id, with the branch it is on. */
export function movesByOpId(final: FinalState): Map<string, (Move & { branch: string })[]> {
  const moves = final.branches.flatMap(({ id, moves: own }) =>
    own.map((move) => ({ ...move, branch: id })),
  );
  const named = moves.filter(({ opId }) => opId !== null);
  return groupBy(named, ({ opId }) => opId ?? '');
}
