import type { ChainFigures } from '@core/version/compaction-rule';
import type { CandidateHead } from './candidate-heads';

/** What the rule of compaction decides on. */
export function chainFigures({ depth, reading, heat }: CandidateHead): ChainFigures {
  return {
    depth,
    patches: reading.blobs - 1,
    patchBytes: reading.patchBytes,
    baseBytes: reading.bytes - reading.patchBytes,
    ...heat,
  };
}
