import { movesByOpId } from '../final-state';
import type { Breach, Law } from '../law';
import { writesByOpId } from '../operation';

/** [V4] A branch moves once at most for each operation, answered or not, and for nothing else. */
export const askedFor: Law = (history, final) => {
  const asked = writesByOpId(history);
  const unasked = final.branches.flatMap(({ id, moves }) =>
    moves
      .filter(({ seq, opId }) => seq > 1 && (opId === null || !asked.has(opId)))
      .map(({ seq, kind }) => ({ branch: id, words: `nobody asked for move ${seq} (${kind})` })),
  );
  const repeated = [...movesByOpId(final)].flatMap(([opId, [first, ...more]]): Breach[] =>
    first === undefined || more.length === 0
      ? []
      : [{ branch: first.branch, words: `${opId} is stored ${more.length + 1} times` }],
  );
  return [...unasked, ...repeated];
};
