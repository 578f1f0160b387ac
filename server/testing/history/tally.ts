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
  /** Why attempts were refused or lost and reads failed, and how often. */
  readonly reasons: Readonly<Record<string, number>>;
}

/** What happened in a history, so that a test can tell whether it proves anything. */
export function tally({ history, failedReads }: Recorder, final: FinalState): Tally {
  const moves = movesByOpId(final);
  const operations = [...writesByOpId(history).values()];
  const answers = operations.flat().map(({ answer }) => answer);
  const count = (test: (attempt: Write) => boolean) =>
    operations.filter((attempts) => attempts.some(test)).length;
  const reasons: Record<string, number> = {};
  const unhappy = answers.flatMap((answer) => (answer.status === 'stored' ? [] : [answer.reason]));
  for (const reason of [...unhappy, ...failedReads]) reasons[reason] = (reasons[reason] ?? 0) + 1;
  return {
    stored: count(({ answer }) => answer.status === 'stored'),
    refused: count(({ answer }) => answer.status === 'refused'),
    contended: count(({ answer }) =>
      answer.status === 'stored'
        ? answer.rebased
        : answer.status === 'refused' && answer.reason === 'conflict',
    ),
    lost: answers.filter(({ status }) => status === 'lost').length,
    replayed: operations.filter((attempts) => isReplayed(attempts, moves)).length,
    reads: history.filter(({ type }) => type === 'read').length,
    reasons,
  };
}

/** Whether the first acknowledgement is of something stored before it was asked for. */
function isReplayed(attempts: readonly Write[], moves: ReturnType<typeof movesByOpId>): boolean {
  const first = attempts.find(({ answer }) => answer.status === 'stored');
  if (first === undefined || attempts[0] === first) return false;
  return (moves.get(first.opId) ?? []).some(({ at }) => at < first.invoked);
}
