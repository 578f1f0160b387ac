import { expect, test } from 'vitest';
import { timeAgo } from './time-words';

const now = new Date('2026-11-20T12:00:00Z');

test.each([
  ['2026-11-20T11:59:20Z', 'just now'],
  ['2026-11-20T11:55:00Z', '5 minutes ago'],
  ['2026-11-20T09:00:00Z', '3 hours ago'],
  ['2026-11-19T10:00:00Z', 'yesterday'],
  ['2026-11-02T12:00:00Z', '3 weeks ago'],
  ['2025-01-01T12:00:00Z', '2 years ago'],
])('%s is %s', (at, words) => {
  expect(timeAgo(new Date(at), now)).toBe(words);
});
