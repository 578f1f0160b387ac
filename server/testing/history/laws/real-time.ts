import { movesByOpId } from '../final-state';
import { groupBy } from '../group-by';
import type { Breach, Law } from '../law';
import { type Operation, writesByOpId } from '../operation';

/** A moment at which somebody knew that a branch had come to `seq`. */
interface Known {
  readonly at: number;
  readonly seq: number;
}

/** An operation, as far as the branch had to have come when it took effect, and how far that was. */
interface Effect {
  readonly who: string;
  readonly invoked: number;
  readonly after: number;
}

/**
 * [V4] What is known is there for whoever asks afterwards: a read that begins after an
 * acknowledgement or after another read shows as much, and a write that begins then comes later on
 * the branch. With the prefix law this makes a branch linearizable.
 */
export const realTime: Law = (history, final) => {
  const moves = movesByOpId(final);
  const seqs = new Map([...moves].map(([opId, [move]]) => [opId, move?.seq]));
  return [...groupBy(history, ({ branch }) => branch)].flatMap(([branch, operations]) => {
    const known = knownOf(operations, seqs);
    return effectsOf(operations, seqs).flatMap(({ who, invoked, after }): Breach[] => {
      const least = knownBefore(known, invoked);
      if (after >= least) return [];
      return [{ branch, words: `${who} knows of ${after} moves, begun when ${least} were known` }];
    });
  });
};

/** Where the operations ended up, those without an answer too. */
type Seqs = ReadonlyMap<string, number | undefined>;

/** What was known when, each moment with more than the one before. */
function knownOf(operations: readonly Operation[], seqs: Seqs): Known[] {
  const known: Known[] = [];
  for (const operation of [...operations].sort((a, b) => a.answered - b.answered)) {
    const seq = toldSeq(operation, seqs);
    if (seq === undefined || seq <= (known.at(-1)?.seq ?? 0)) continue;
    known.push({ at: operation.answered, seq });
  }
  return known;
}

/** The highest seq that was known before a moment. */
function knownBefore(known: readonly Known[], moment: number): number {
  let [low, high] = [0, known.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((known[middle]?.at ?? Infinity) < moment) low = middle + 1;
    else high = middle;
  }
  return known[low - 1]?.seq ?? 0;
}

function effectsOf(operations: readonly Operation[], seqs: Seqs): Effect[] {
  const reads = operations.flatMap((read) => {
    const after = read.type === 'read' ? read.seen.at(-1)?.seq : undefined;
    if (after === undefined) return [];
    return [{ who: `a read by ${read.client}`, invoked: read.invoked, after }];
  });
  const writes = [...writesByOpId(operations)].flatMap(([opId, [first]]) => {
    const seq = seqs.get(opId);
    if (first === undefined || seq === undefined) return [];
    return [{ who: `${first.verb} ${opId}`, invoked: first.invoked, after: seq - 1 }];
  });
  return [...reads, ...writes];
}

/** How far the branch has come, as whoever got the answer knows. */
function toldSeq(operation: Operation, seqs: Seqs): number | undefined {
  if (operation.type === 'read') return operation.seen.at(-1)?.seq;
  const { answer, opId } = operation;
  return answer.status === 'stored' ? (answer.seq ?? seqs.get(opId)) : undefined;
}
