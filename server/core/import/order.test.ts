import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Ranks } from './order';
import { inOrder, rankInOrder } from './order';

const NONE: Ranks = new Map();

function changed(before: Ranks, after: Ranks): string[] {
  return [...after].filter(([key, rank]) => before.get(key) !== rank).map(([key]) => key);
}

function sorted(ranks: Ranks): string[] {
  return inOrder(ranks.keys(), (key) => ranks.get(key) ?? Infinity);
}

test('a list is ranked from zero, and what is unranked comes last, by key', () => {
  expect([...rankInOrder(['b', 'a'], NONE)]).toEqual([
    ['b', 0],
    ['a', 1],
  ]);
  const ranks: Ranks = new Map([['z', 7]]);
  expect(inOrder(['b', 'a', 'z'], (key) => ranks.get(key) ?? Infinity)).toEqual(['z', 'a', 'b']);
});

test.for([
  ['in the middle', ['a', 'x', 'b', 'c'], ['x']],
  ['at the end', ['a', 'b', 'c', 'x', 'y'], ['x', 'y']],
  ['at the start', ['x', 'y', 'a', 'b', 'c'], ['x', 'y']],
  ['moved', ['b', 'c', 'a'], ['a']],
  ['removed', ['a', 'c'], []],
  ['all but one removed, and one before it', ['x', 'c'], ['x']],
] as const)('what came changes nobody else’s rank: %s', ([, keys, expected]) => {
  const before = rankInOrder(['a', 'b', 'c'], NONE);
  const after = rankInOrder(keys, before);
  expect(sorted(after)).toEqual(keys);
  expect(changed(before, after)).toEqual(expected);
});

test('the keys come out in the order given', () => {
  const key = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
  const keys = fc.uniqueArray(key);
  const rank = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true }));
  fc.assert(
    fc.property(keys, fc.dictionary(key, rank), (order, known) => {
      const before = new Map(Object.entries(known));
      expect(sorted(rankInOrder(order, before))).toEqual(order);
    }),
  );
});

test('a thousand entries before one another at one place run out of room and are counted anew', () => {
  let order = ['first', 'last'];
  let ranks = rankInOrder(order, NONE);
  for (let i = 0; i < 1000; i += 1) {
    order = ['first', `n${i}`, ...order.slice(1)];
    ranks = rankInOrder(order, ranks);
  }
  expect(sorted(ranks)).toEqual(order);
});
