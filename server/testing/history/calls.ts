import type { Op } from '@core/patch/ops';
import type { Answer, Seen } from './operation';

/**
 * The product as one client reaches it. Writes always give an answer, a lost one included; reads
 * throw when they get none.
 */
export interface Calls {
  readonly append: (edit: Step & { parent: string; ops: readonly Op[] }) => Promise<Answer>;
  readonly undo: (step: Step) => Promise<Answer>;
  readonly redo: (step: Step) => Promise<Answer>;
  /**
   * Merges a version when no conflict is to be settled; with `fromTagId` only while that branch
   * still stands at it.
   */
  readonly merge: (
    step: Step & { ours: string; theirs: string; fromTagId?: string },
  ) => Promise<Answer>;
  readonly restore: (step: Step & Return) => Promise<Answer>;
  readonly reset: (step: Step & Return) => Promise<Answer>;
  /** Compacts the head and points the branch at the result. */
  readonly compact: (step: Step & { head: string }) => Promise<Answer>;
  /** Where the branch stands. */
  readonly head: (branch: string) => Promise<readonly Seen[]>;
  /** Its newest moves. */
  readonly moves: (branch: string) => Promise<readonly Seen[]>;
}

/** From the head to an older version. */
export interface Return {
  readonly head: string;
  readonly versionId: string;
}

export interface Step {
  readonly branch: string;
  readonly opId: string;
}
