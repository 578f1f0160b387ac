import type { Breach, Law } from '../law';

/** [T1] The moves of a branch are numbered from 1 without a gap, and the branch stands at the last. */
export const gapless: Law = (_, final) =>
  final.branches.flatMap(({ id, seq, target, moves }): Breach[] => {
    const numbers = moves.map((move) => move.seq);
    const wrong = numbers.findIndex((number, index) => number !== index + 1);
    if (wrong !== -1) {
      return [{ branch: id, words: `move ${wrong + 1} is numbered ${numbers[wrong]}` }];
    }
    const last = moves.at(-1);
    if (last?.seq === seq && last.to === target) return [];
    const ends = `its moves end with ${last?.seq} at ${last?.to}`;
    return [{ branch: id, words: `the branch stands at ${target} with seq ${seq}; ${ends}` }];
  });
