import { emptyDag, type Dag } from '@core/dag/document';
import type { Op } from '@core/patch/ops';
import { applyPatch } from '@core/patch/apply-patch';
import { threeWay } from '@core/version/three-way';
import { describe, expect, test } from 'vitest';
import { conflictWords, isPlain } from './conflict-words';
import { valueWords } from './unit-words';
import { whoIs } from './who';

const base: Dag = {
  ...emptyDag(),
  nodes: {
    fetch: { type: 'http.request', name: 'Fetch leads', config: { url: 'https://a.example' } },
    score: { type: 'noop', name: 'Score', position: { x: 0, y: 0 } },
    store: { type: 'noop', name: 'Store' },
  },
  edges: { e1: { source: 'fetch', target: 'score' } },
  groups: { team: { name: 'Team' } },
};
const ben = whoIs({ id: 'ben', name: 'Ben' }, 'ada');

const put = (path: string, value: unknown): Op => ({ op: 'add', path, value: value as never });
const drop = (path: string): Op => ({ op: 'remove', path });

/** The words of every conflict between two edits of the same document. */
function told(mine: readonly Op[], theirs: readonly Op[]) {
  const sides = { base, incoming: applyPatch(base, mine), head: applyPatch(base, theirs) };
  const { conflicts } = threeWay(sides);
  return conflicts.map((conflict) => conflictWords(conflict, sides, ben));
}

describe('[V5] a conflict is told by names, never by ids', () => {
  test.each([
    ['/nodes/fetch/name', 'A', 'B', 'Name of Fetch leads'],
    ['/nodes/fetch/config/url', 'https://b.example', 'https://c.example', 'Address of Fetch leads'],
    ['/nodes/fetch/config/odd_key', 1, 2, 'Odd key of Fetch leads'],
    ['/nodes/fetch/timeoutMs', 1, 2, 'Timeout of Fetch leads'],
    ['/nodes/score/position', { x: 1, y: 1 }, { x: 2, y: 2 }, 'Place of Score'],
    ['/edges/e1/target', 'store', 'fetch', 'End of the connection Fetch leads → Score'],
    ['/groups/team/name', 'A', 'B', 'Name of the group Team'],
    ['/settings/run/limit', 1, 2, 'Run settings › limit'],
    ['/ext/mine', 1, 2, 'Extra data › mine'],
  ])('%s', (path, ...[mine, theirs, title]) => {
    expect(told([put(path, mine)], [put(path, theirs)])[0]).toMatchObject({ title });
  });

  test('what one deleted and the other changed', () => {
    const change = [put('/nodes/score/name', 'Rate'), put('/nodes/score/position', { x: 9, y: 9 })];
    const gone = [drop('/edges/e1'), drop('/nodes/score')];
    expect(told(change, gone)).toEqual([
      {
        title: 'Score',
        story: 'Ben deleted Score; you changed its name and place.',
        mine: 'Keep it, with your changes',
        theirs: 'Leave it deleted',
      },
    ]);
    expect(told(gone, change)[0]).toMatchObject({
      story: 'You deleted Score; Ben changed its name and place.',
      theirs: 'Keep it, with those changes',
    });
  });

  test('a connection to a node that went, on either side', () => {
    const join = [put('/edges/e2', { source: 'fetch', target: 'store' })];
    const gone = [drop('/nodes/store')];
    expect(told(join, gone)).toEqual([
      {
        title: 'Fetch leads → Store',
        story: 'You connected Fetch leads → Store; Ben deleted Store.',
        mine: 'Bring Store back, with the connection',
        theirs: 'Leave Store deleted, without the connection',
      },
    ]);
    expect(told(gone, join)[0]).toMatchObject({
      story: 'You deleted Store; Ben connected Fetch leads → Store.',
      theirs: 'Bring Store back, with the connection',
    });
  });

  test('a loop, with the names along it', () => {
    const mine = [put('/edges/e2', { source: 'score', target: 'store' })];
    const theirs = [put('/edges/e3', { source: 'store', target: 'score' })];
    const [words] = told(mine, theirs);
    expect(words?.story).toBe(
      'Your Score → Store and Ben’s Store → Score close a loop: Store → Score → Store.',
    );
    expect(words?.mine).toBe('Keep yours, without Store → Score');
  });

  test('one id for two', () => {
    const one = [put('/nodes/n', { type: 'noop', name: 'Mine' })];
    const other = [put('/nodes/n', { type: 'noop', name: 'Bens' })];
    expect(told(one, other)[0]?.story).toContain('under the same id');
    const join = (port: string) => ({ source: 'fetch', target: 'store', sourcePort: port });
    const mine = [put('/edges/m', { ...join('out'), ext: { a: 1 } })];
    const theirs = [put('/edges/t', join('out'))];
    expect(told(mine, theirs)[0]).toMatchObject({ theirs: 'Ben’s connection' });
  });
});

test('values are said as the screen shows them', () => {
  expect(valueWords(base, '/nodes/score/name', 'A')).toBe('“A”');
  expect(valueWords(base, '/nodes/score/position', { x: 1.4, y: -2 })).toBe('x 1, y -2');
  expect(valueWords(base, '/nodes/score/disabled', true)).toBe('off');
  expect(valueWords(base, '/nodes/score/group', 'team')).toBe('Team');
  expect(valueWords(base, '/edges/e1/target', 'store')).toBe('Store');
  expect(valueWords(base, '/nodes/score/timeoutMs', undefined)).toBe('nothing');
  expect(valueWords(base, '/nodes/score/config/n', 5)).toBe('5');
});

test('only text and numbers can be written by hand', () => {
  const conflict = { kind: 'field', unit: '/nodes/score/name', against: [] } as const;
  expect(isPlain({ ...conflict, incoming: 'A' })).toBe(true);
  expect(isPlain({ ...conflict, head: 3 })).toBe(true);
  expect(isPlain({ ...conflict, incoming: { x: 1 } })).toBe(false);
  expect(isPlain({ ...conflict, kind: 'removed', head: 'A' })).toBe(false);
});
