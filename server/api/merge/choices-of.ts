import type { Resolution as Choice } from '../../store/merge/plan-merge';
import type { Resolution } from './schemas';

const TAKE = { base: 'base', ours: 'head', theirs: 'incoming' } as const;

/** Resolutions in the words of the core: ours is the head, theirs comes in. */
export function choicesOf(resolutions: readonly Resolution[]): Choice[] {
  return resolutions.map((resolution) =>
    'take' in resolution ? { unit: resolution.unit, take: TAKE[resolution.take] } : resolution,
  );
}
