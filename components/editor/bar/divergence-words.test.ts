import { expect, test } from 'vitest';
import { divergenceWords } from './divergence-words';

test.each([
  [0, 0, 'Same as main'],
  [1, 0, '1 ahead of main'],
  [0, 3, '3 behind main'],
  [2, 1_204, '2 ahead, 1,204 behind main'],
])('[M1] %i ahead and %i behind is “%s”', (ahead, behind, words) => {
  expect(divergenceWords({ ahead, behind })).toBe(words);
});
