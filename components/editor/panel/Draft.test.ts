import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Draft } from './Draft';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('[P3] typing is one commit per pause', () => {
  const committed: string[] = [];
  const draft = new Draft<string>((value) => committed.push(value));
  for (const value of ['a', 'ab', 'abc']) {
    draft.type(value);
    vi.advanceTimersByTime(300);
  }
  expect(committed).toEqual([]);
  expect(draft.read()).toEqual({ current: 'abc' });
  vi.advanceTimersByTime(400);
  expect(committed).toEqual(['abc']);
  expect(draft.read()).toBeUndefined();
});

test('leaving the field commits at once, and only once', () => {
  const committed: string[] = [];
  const draft = new Draft<string>((value) => committed.push(value));
  draft.type('a');
  draft.flush();
  draft.flush();
  vi.advanceTimersByTime(2000);
  expect(committed).toEqual(['a']);
});
