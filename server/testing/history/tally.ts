import { type FinalState, movesByOpId } from './final-state';
import { type Write, writesByOpId } from './operation';
import type { Recorder } from './recorder';

export interface Tally {
  /** Operations that were acknowledged, and that were refused. */
  readonly stored: number;
  readonly refused: number;
  /** Operations made for a head that was one no longer: carried over, or refused for that. */
  readonly contended: number;
  /** Attempts that got no answer. */
  readonly lost: number;
  /** Operations that were stored by an attempt without an answer, and acknowledged to a later one. */
  readonly replayed: number;
  readonly reads: number;
  /** Moves of all branches by kind. */
  readonly moves: Readonly<Record<string, number>>;
  /** Why attempts were refused or lost and reads failed. */
  readonly reasons: Readonly<Record<string, number>>;
}

/** What happened in a history, so that a test can tell whether it proves anything. */
export function tally({ history, failedReads }: Recorder, final: FinalState): Tally {
  const made = movesByOpId(final);
  const operations = [...writesByOpId(history).values()];
  const answers = operations.flat().map(({ answer }) => answer);
  const count = (test: (attempt: Write) => boolean) =>
    operations.filter((attempts) => attempts.some(test)).length;
  const unhappy = answers.flatMap((answer) => (answer.status === 'stored' ? [] : [answer.reason]));
  return {
    stored: count(({ answer }) => answer.status === 'stored'),
    refused: count(({ answer }) => answer.status === 'refused'),
    contended: count(({ answer }) =>
      answer.status === 'stored'
        ? answer.rebased
        : answer.status === 'refused' && answer.reason === 'conflict',
    ),
    lost: answers.filter(({ status }) => status === 'lost').length,
    replayed: operations.filter((attempts) => isReplayed(attempts, made)).length,
    reads: history.filter(({ type }) => type === 'read').length,
    moves: countEach(final.branches.flatMap(({ moves }) => moves.map(({ kind }) => kind))),
    reasons: countEach([...unhappy, ...failedReads]),
  };
}

function countEach(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

/** Whether the first acknowledgement is of something stored before it was asked for. */
function isReplayed(attempts: readonly Write[], made: ReturnType<typeof movesByOpId>): boolean {
  const first = attempts.find(({ answer }) => answer.status === 'stored');
  if (first === undefined || attempts[0] === first) return false;
  return (made.get(first.opId) ?? []).some(({ at }) => at < first.invoked);
}
