import { digestDag } from '@core/dag/digest';
import type { Dag } from '@core/dag/document';
import { applyPatch } from '@core/patch/apply-patch';
import type { Op } from '@core/patch/ops';
import { smallDocument } from '../documents';
import type { FinalBranch, FinalVersion, Move } from './final-state';
import type { Answer, Read, Write } from './operation';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A history in which all is well, to be spoilt; nothing in it is shared between two samples. */
export interface Sample {
  readonly history: (Mutable<Write> | Mutable<Read>)[];
  readonly final: { branches: FinalBranch[]; versions: Map<string, Mutable<FinalVersion>> };
  readonly branch: Mutable<FinalBranch>;
  readonly move: (seq: number) => Mutable<Move>;
  readonly version: (id: string) => Mutable<FinalVersion>;
  /** The last attempt of an operation. */
  readonly attempt: (opId: string) => Mutable<Write>;
  /** The answer that tells of a move. */
  readonly stored: (seq: number) => Answer;
  /** Adds an attempt of 8 ms. */
  readonly write: (invoked: number, opId: string, answer: Answer) => void;
  /** Adds a read of 8 ms that shows these moves. */
  readonly read: (invoked: number, ...seqs: number[]) => Mutable<Read>;
}

/** Kind and target of the moves of branch `b`. */
const MOVES = [
  ['create', 'v1'],
  ['edit', 'v2'],
  ['edit', 'v3'],
  ['compaction', 'v3_full'],
  ['edit', 'v4'],
  ['undo', 'v3_full'],
  ['redo', 'v4'],
  ['reset', 'v2'],
  ['edit', 'v5'],
] as const;

export function sampleHistory(): Sample {
  const { versions, hashOf } = sampleVersions();
  const moves = MOVES.map(([kind, to], index): Mutable<Move> => ({
    seq: index + 1,
    kind,
    from: MOVES[index - 1]?.[1] ?? null,
    to,
    opId: index === 0 ? null : `op-${index + 1}`,
    at: 10 * index + 1,
  }));
  const branch = { id: 'b', seq: 9, target: 'v5', moves };
  const sample: Sample = {
    history: [],
    final: { branches: [branch], versions },
    branch,
    move: (seq) => moves[seq - 1]!,
    version: (id) => versions.get(id)!,
    attempt: (opId) => {
      const isAttempt = (one: Write | Read): one is Write =>
        one.type === 'write' && one.opId === opId;
      return sample.history.filter(isAttempt).at(-1)!;
    },
    stored: (seq) => ({ status: 'stored', seq, version: MOVES[seq - 1]![1], rebased: false }),
    write: (invoked, opId, answer) => {
      const answered = answer.status === 'lost' ? Infinity : invoked + 8;
      const call = { type: 'write', client: 'ada', branch: 'b', verb: 'append' } as const;
      sample.history.push({ ...call, opId, invoked, answered, answer });
    },
    read: (invoked, ...seqs) => {
      const seen = seqs.map((seq) => {
        const version = MOVES[seq - 1]![1];
        return { seq, version, documentHash: hashOf(version) };
      });
      const look = { type: 'read', client: 'ben', branch: 'b' } as const;
      const read = { ...look, invoked, answered: invoked + 8, seen };
      sample.history.push(read);
      return read;
    },
  };
  play(sample);
  return sample;
}

/** Lost and found answers, a repeated call, a refusal, an edit nobody knows the end of. */
function play({ write, read, stored }: Sample): void {
  const lost: Answer = { status: 'lost', reason: 'The line went dead.' };
  write(10, 'op-2', stored(2));
  write(20, 'op-3', lost);
  write(25, 'op-3', stored(3));
  read(29, 1, 2, 3);
  write(30, 'op-4', { status: 'stored', version: 'v3_full', rebased: false });
  write(40, 'op-5', stored(5));
  write(41, 'op-refused', { status: 'refused', reason: 'conflict' });
  write(50, 'op-6', stored(6));
  read(55, 6);
  write(60, 'op-7', stored(7));
  write(62, 'op-5', stored(5));
  write(70, 'op-8', stored(8));
  write(80, 'op-9', lost);
  write(81, 'op-unknown', lost);
  read(90, 4, 5, 6, 7, 8, 9);
}

function sampleVersions() {
  const documents = new Map<string, Dag>();
  const versions = new Map<string, Mutable<FinalVersion>>();
  const hashOf = (id: string) => digestDag(documents.get(id)!).versionHash;
  const full = (id: string, document: Dag, compactedFromId: string | null) => {
    documents.set(id, document);
    const parentId = compactedFromId;
    const content = { document };
    versions.set(id, { id, parentId, compactedFromId, versionHash: hashOf(id), content });
  };
  const patch = (id: string, parentId: string) => {
    const ops: Op[] = [{ op: 'replace', path: '/nodes/node_0/name', value: id }];
    documents.set(id, applyPatch(documents.get(parentId)!, ops));
    const content = { ops };
    versions.set(id, { id, parentId, compactedFromId: null, versionHash: hashOf(id), content });
  };
  full('v1', smallDocument(2), null);
  patch('v2', 'v1');
  patch('v3', 'v2');
  full('v3_full', documents.get('v3')!, 'v3');
  patch('v4', 'v3_full');
  patch('v5', 'v2');
  return { versions, hashOf };
}
