import { movesByOpId } from '../final-state';
import type { Breach, Law } from '../law';
import { writesByOpId } from '../operation';

/** [V4][V5] What was refused, or changed nothing, is stored by none of its attempts. */
export const refused: Law = (history, final) => {
  const moves = movesByOpId(final);
  return [...writesByOpId(history)].flatMap(([opId, attempts]): Breach[] => {
    const made = moves.get(opId);
    const no = attempts.find(({ answer }) => answer.status === 'refused');
    if (made === undefined || no?.answer.status !== 'refused') return [];
    const words = `${no.verb} ${opId} was answered with ${no.answer.reason}, and is stored`;
    return made.map(({ branch, seq }) => ({ branch, words: `${words} as move ${seq}` }));
  });
};
