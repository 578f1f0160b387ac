import type { FinalState } from './final-state';
import type { Breach, Law } from './law';
import { acknowledged } from './laws/acknowledged';
import { askedFor } from './laws/asked-for';
import { continuous } from './laws/continuous';
import { gapless } from './laws/gapless';
import { prefix } from './laws/prefix';
import { realTime } from './laws/real-time';
import { refused } from './laws/refused';
import { replays } from './laws/replays';
import { shown } from './laws/shown';
import type { Operation } from './operation';

const laws = {
  acknowledged,
  refused,
  askedFor,
  prefix,
  realTime,
  gapless,
  continuous,
  replays,
  shown,
} satisfies Record<string, Law>;

export type LawName = keyof typeof laws;

export interface Violation extends Breach {
  readonly law: LawName;
}

/**
 * Holds a history against what became of it. The model: a branch is an append-only list of
 * operations, edits, undos, redos and compactions alike; a read gives a part of it that ends at some
 * moment's end. No violation means that every branch was linearizable and lost nothing.
 */
export function checkHistory(history: readonly Operation[], final: FinalState): Violation[] {
  return Object.entries(laws).flatMap(([law, judge]) =>
    judge(history, final).map((breach) => ({ law: law as LawName, ...breach })),
  );
}
