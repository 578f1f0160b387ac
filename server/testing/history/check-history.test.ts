import { expect, test } from 'vitest';
import { checkHistory, type LawName } from './check-history';
import { type Sample, sampleHistory } from './sample-history';

test('a history in which all is well breaks no law', () => {
  const { history, final } = sampleHistory();
  expect(checkHistory(history, final)).toEqual([]);
});

type Spoil = (sample: Sample) => unknown;

test.each<[what: string, laws: LawName[], spoil: Spoil]>([
  [
    'an acknowledged edit is not stored',
    ['acknowledged', 'askedFor'],
    ({ move }) => (move(7).opId = 'op-nobody'),
  ],
  [
    'an acknowledged edit is elsewhere on the branch',
    ['acknowledged', 'realTime'],
    ({ attempt, stored }) => (attempt('op-8').answer = stored(9)),
  ],
  [
    'an acknowledged edit is on another branch',
    ['acknowledged'],
    ({ attempt }) => (attempt('op-8').branch = 'c'),
  ],
  [
    'a repeated call has another answer than the first',
    ['acknowledged'],
    ({ write, stored }) => write(99, 'op-2', stored(9)),
  ],
  ['what was refused is stored', ['refused'], ({ move }) => (move(9).opId = 'op-refused')],
  [
    'a retry is refused although an earlier attempt was stored',
    ['refused'],
    ({ write }) => write(99, 'op-9', { status: 'refused', reason: 'conflict' }),
  ],
  [
    'a call whose answer was lost is stored twice',
    ['askedFor', 'acknowledged', 'realTime'],
    ({ move }) => (move(8).opId = 'op-9'),
  ],
  ['a move that nobody asked for', ['askedFor'], ({ move }) => (move(9).opId = null)],
  [
    'a reader is shown moves in another order',
    ['prefix', 'realTime'],
    ({ read }) => read(99, 6, 8, 7),
  ],
  ['a reader is shown a hole', ['prefix'], ({ read }) => read(99, 7, 9)],
  [
    'two readers are shown different moves',
    ['prefix'],
    ({ read }) => (read(99, 9).seen = [{ seq: 9, version: 'v3' }]),
  ],
  ['a reader misses what was acknowledged before', ['realTime'], ({ read }) => read(79, 6, 7)],
  ['a reader misses what another reader saw before', ['realTime'], ({ read }) => read(99, 8)],
  [
    'an edit is stored before one that was acknowledged when it began',
    ['realTime'],
    ({ attempt }) => (attempt('op-6').invoked = 69),
  ],
  [
    'an edit was seen before it began',
    ['realTime'],
    ({ attempt }) => (attempt('op-9').invoked = 99),
  ],
  [
    'a seq is left out',
    ['gapless', 'prefix'],
    ({ move, branch }) => (move(9).seq = branch.seq = 10),
  ],
  ['the branch stands short of its last move', ['gapless'], ({ branch }) => (branch.seq = 8)],
  ['the branch stands elsewhere', ['gapless'], ({ branch }) => (branch.target = 'v4')],
  [
    'a move begins where the branch did not stand',
    ['continuous'],
    ({ move }) => (move(8).from = 'v3'),
  ],
  [
    'an edit leads to a child of another version: what was between is lost',
    ['continuous'],
    ({ version }) => (version('v5').parentId = 'v1'),
  ],
  [
    'a compaction leads to a copy of another version',
    ['continuous'],
    ({ version }) => (version('v3_full').compactedFromId = 'v2'),
  ],
  [
    'an undo leads to neither a child of where it began nor where the branch has been',
    ['continuous', 'replays'],
    ({ move, version }) => {
      move(9).kind = 'undo';
      version('v5').parentId = 'v9';
    },
  ],
  [
    'a reset leads to where the branch has never been',
    ['continuous'],
    ({ move }) => (move(9).kind = 'reset'),
  ],
  [
    'a version is not what its recorded hash says',
    ['replays', 'shown'],
    ({ version }) => (version('v4').versionHash = 'another'),
  ],
  [
    'a patch does not apply to its parent',
    ['replays'],
    ({ version }) => (version('v5').content = { ops: [{ op: 'remove', path: '/nodes/none' }] }),
  ],
  [
    'a version is gone',
    ['continuous', 'replays', 'shown'],
    ({ final }) => final.versions.delete('v3'),
  ],
  [
    'a reader is shown another document',
    ['shown'],
    ({ read }) => (read(99, 9).seen = [{ seq: 9, version: 'v5', documentHash: 'another' }]),
  ],
])('%s', (_, laws, spoil) => {
  const sample = sampleHistory();
  spoil(sample);
  const broken = checkHistory(sample.history, sample.final).map(({ law }) => law);
  expect(new Set(broken)).toEqual(new Set(laws));
});
