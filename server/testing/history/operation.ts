import { groupBy } from './group-by';

/**
 * What clients did to branches and what they were told: the history that the laws judge. Times are
 * milliseconds on one clock.
 */
interface Attempt {
  readonly client: string;
  readonly branch: string;
  readonly invoked: number;
  /** Infinity when no answer came. */
  readonly answered: number;
}

/** An attempt to append to a branch. Attempts with one op_id are one operation. */
export interface Write extends Attempt {
  readonly type: 'write';
  readonly verb: Verb;
  readonly opId: string;
  readonly answer: Answer;
}

export type Verb = 'append' | 'undo' | 'redo' | 'merge' | 'restore' | 'reset' | 'compact';

/**
 * Stored once and for all; refused, hence stored never, for the reason given; or no word that tells
 * which: then it is stored once or never.
 */
export type Answer =
  | {
      readonly status: 'stored';
      /** Left out by a verb whose answer does not say it. */
      readonly seq?: number;
      readonly version: string;
      /** Whether it was carried over to a head that its client did not know. */
      readonly rebased: boolean;
    }
  | { readonly status: 'refused'; readonly reason: string }
  | { readonly status: 'lost'; readonly reason: string };

/** A look at a branch: all or the newest part of its moves, in the order shown, oldest first. */
export interface Read extends Attempt {
  readonly type: 'read';
  readonly seen: readonly Seen[];
}

export interface Seen {
  readonly seq: number;
  readonly version: string;
  /** Hash of the document that was shown for it, when one was. */
  readonly documentHash?: string;
}

export type Operation = Write | Read;

/** The attempts of each operation, by op_id, in the order of their invocation. */
export function writesByOpId(history: readonly Operation[]): Map<string, Write[]> {
  const writes = history.filter((operation) => operation.type === 'write');
  return groupBy(
    writes.sort((a, b) => a.invoked - b.invoked),
    ({ opId }) => opId,
  );
}
