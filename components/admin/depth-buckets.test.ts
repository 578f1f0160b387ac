import { expect, test } from 'vitest';
import { depthBuckets } from './depth-buckets';

test('[C2] every depth a chain can have falls into exactly one range', () => {
  const rows = Array.from({ length: 129 }, (_, depth) => ({ depth, heads: 1 }));
  const buckets = depthBuckets(rows);
  expect(buckets.reduce((sum, { heads }) => sum + heads, 0)).toBe(129);
  expect(buckets.map(({ heads }) => heads)).toEqual([1, 5, 5, 10, 20, 24, 64]);
});
