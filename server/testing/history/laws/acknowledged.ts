import { movesByOpId } from '../final-state';
import type { Breach, Law } from '../law';
import { writesByOpId } from '../operation';

/** [V4] What was acknowledged is stored once, where the answer said; every answer to it is the same. */
export const acknowledged: Law = (history, final) => {
  const moves = movesByOpId(final);
  return [...writesByOpId(history)].flatMap(([opId, attempts]) =>
    attempts.flatMap(({ answer, branch, verb }): Breach[] => {
      if (answer.status !== 'stored') return [];
      const made = moves.get(opId) ?? [];
      const place = answer.seq === undefined ? '' : ` as move ${answer.seq}`;
      const said = `${verb} ${opId} was acknowledged${place} to ${answer.version}`;
      if (made.length !== 1)
        return [{ branch, words: `${said}, and is stored ${made.length} times` }];
      const inPlace = made.filter(
        (move) =>
          move.branch === branch &&
          move.to === answer.version &&
          (answer.seq === undefined || move.seq === answer.seq),
      );
      if (inPlace.length === 1) return [];
      return made.map((move) => ({
        branch,
        words: `${said}, and is move ${move.seq} of ${move.branch} to ${move.to}`,
      }));
    }),
  );
};
