import { expect, test } from 'vitest';
import { reasonWords } from './reason-words';

test('[C2] each reason is said with its figure', () => {
  expect(reasonWords({ kind: 'deep', patches: 42 })).toBe('deep: 42 patches');
  expect(reasonWords({ kind: 'deep', patches: 1 })).toBe('deep: 1 patch');
  expect(reasonWords({ kind: 'slow', ms: 83.6 })).toBe('slow: 84 ms');
  expect(reasonWords({ kind: 'hot', readings: 1_031 })).toBe('hot: read 1,031 times in a day');
});
