import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineDiff } from './line-diff';

test('what went stands before what came, around what stayed', () => {
  expect(lineDiff('a\nb\nc', 'a\nx\nc')).toEqual([
    { kind: 'same', text: 'a' },
    { kind: 'removed', text: 'b' },
    { kind: 'added', text: 'x' },
    { kind: 'same', text: 'c' },
  ]);
});

test('its lines give both texts back, and call the same what stayed', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c', ''), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(lines, lines, (was, is) => {
      const diff = lineDiff(was.join('\n'), is.join('\n')) ?? [];
      const without = (kind: string) => diff.filter((line) => line.kind !== kind);
      expect(without('added').map(({ text }) => text)).toEqual(was);
      expect(without('removed').map(({ text }) => text)).toEqual(is);
      if (was.join() === is.join()) expect(diff.every(({ kind }) => kind === 'same')).toBe(true);
    }),
  );
});

test('texts of a thousand lines are not compared', () => {
  expect(lineDiff('a\n'.repeat(1_000), 'b')).toBeUndefined();
});
