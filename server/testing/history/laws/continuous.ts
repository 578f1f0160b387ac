import type { FinalBranch, FinalState, Move } from '../final-state';
import type { Breach, Law } from '../law';

/**
 * [T1][T2][C1] Every move begins where the one before it ended, and leads to what its kind says: new
 * work to a child of where it began, so that nothing before it is lost; a compaction to a copy of
 * where it began; undo and redo to either such a child or where the branch has been. A reset begins
 * a new epoch anywhere on the way, and from there on the same holds.
 */
export const continuous: Law = (_, final) =>
  final.branches.flatMap((branch) =>
    branch.moves.flatMap((move, index): Breach[] => {
      const before = branch.moves[index - 1];
      const words =
        move.from === (before?.to ?? null)
          ? misled(move, branch, final)
          : `begins at ${move.from}, and the branch stood at ${before?.to}`;
      if (words === undefined) return [];
      return [{ branch: branch.id, words: `move ${move.seq} (${move.kind}) ${words}` }];
    }),
  );

/** What is wrong with where a move leads. */
function misled(move: Move, branch: FinalBranch, final: FinalState): string | undefined {
  const { from, to } = move;
  const version = final.versions.get(to);
  if (version === undefined) return `leads to ${to}, which does not exist`;
  switch (move.kind) {
    case 'create':
      return undefined;
    case 'reset':
      return hasStoodAt(branch, move) ? undefined : `leads to ${to}, where the branch never was`;
    case 'edit':
    case 'revert':
    case 'restore':
    case 'merge':
      return version.parentId === from ? undefined : `leads to a child of ${version.parentId}`;
    case 'compaction':
      return version.compactedFromId === from
        ? undefined
        : `leads to a compaction of ${version.compactedFromId}`;
    case 'undo':
    case 'redo':
      return version.parentId === from || hasStoodAt(branch, move)
        ? undefined
        : `leads to ${to}, which is neither new there nor where the branch has been`;
  }
}

function hasStoodAt({ moves }: FinalBranch, { seq, to }: Move): boolean {
  return moves.some((other) => other.seq < seq && other.to === to);
}
