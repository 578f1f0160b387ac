import { expect, test } from 'vitest';
import { Setbacks } from './setbacks';

const MINUTE = 60_000;

test('what failed rests a minute, then twice as long each time, at most an hour', () => {
  const setbacks = new Setbacks();
  let now = 0;
  const rests = Array.from({ length: 9 }, (_, failures) => {
    expect(setbacks.isResting('a', now)).toBe(false);
    expect(setbacks.failed('a', now)).toBe(failures + 1);
    const from = now;
    while (setbacks.isResting('a', now)) now += MINUTE / 2;
    return (now - from) / MINUTE;
  });
  expect(rests).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
});

test('one thing rests alone, and a success ends it', () => {
  const setbacks = new Setbacks();
  setbacks.failed('a', 0);
  expect(setbacks.isResting('b', 1)).toBe(false);
  setbacks.succeeded('a');
  expect(setbacks.isResting('a', 1)).toBe(false);
  expect(setbacks.failed('a', 1)).toBe(1);
});
