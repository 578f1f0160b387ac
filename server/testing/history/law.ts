import type { FinalState } from './final-state';
import type { Operation } from './operation';

/** What a law found wrong, in words, on one branch. */
export interface Breach {
  readonly branch: string;
  readonly words: string;
}

/** Something that holds for every history of a correct store; gives what speaks against it. Pure. */
export type Law = (history: readonly Operation[], final: FinalState) => Breach[];
