import type { Json } from '@core/json/json';
import { applyPatch } from '@core/patch/apply-patch';
import { compare } from '@core/patch/compare';
import type { Op } from '@core/patch/ops';
import { comparisonOf } from '@core/version/comparison';
import { emptyDag, type Dag } from '@core/dag/document';
import { expect, test } from 'vitest';
import { changeWords } from './change-words';

const before: Dag = {
  ...emptyDag(),
  nodes: {
    a: { type: 'noop', name: 'A', position: { x: 0, y: 0 } },
    b: { type: 'noop', name: 'B' },
    c: { type: 'noop', name: 'C' },
  },
};

const words = (...ops: Op[]) => {
  const after = applyPatch(before, ops);
  return changeWords(comparisonOf({ before, after, ops: compare(before, after) }));
};
const put = (path: string, value: Json): Op => ({ op: 'add', path, value });

test('[T5] what a restore does is counted, kind by kind', () => {
  expect(
    words(
      put('/nodes/n', { type: 'noop' }),
      put('/nodes/m', { type: 'noop' }),
      { op: 'remove', path: '/nodes/c' },
      put('/nodes/b/name', 'Other'),
      put('/nodes/a/position', { x: 9, y: 9 }),
      put('/edges/e', { source: 'a', target: 'b' }),
      put('/settings/run/limit', 3),
    ),
  ).toEqual([
    '2 nodes come back, 1 goes, 1 changes, 1 moves',
    '1 connection comes back',
    'The settings change',
  ]);
});

test('that it runs the same is worth saying', () => {
  expect(words(put('/nodes/a/position', { x: 9, y: 9 }))).toEqual([
    '1 node moves',
    'It runs as it does now',
  ]);
  expect(words()).toEqual(['It runs as it does now']);
});
