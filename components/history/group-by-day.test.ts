import { expect, test } from 'vitest';
import type { TagMove } from '@/server/api/tag/schemas';
import { dayWords, groupByDay } from './group-by-day';

const move = (at: string): TagMove => ({
  seq: 1,
  kind: 'edit',
  from: null,
  to: 'v',
  actor: { id: 'u', name: 'Ada' },
  at,
  message: 'Edit',
  versionHash: '',
  logicHash: '',
  opCount: 1,
});

test('moves of one day stand together, in their order', () => {
  const moves = [
    move('2026-11-20T12:30:00'),
    move('2026-11-20T09:00:00'),
    move('2026-11-18T23:59:00'),
  ];
  const days = groupByDay(moves);
  expect(days.map((day) => day.moves.length)).toEqual([2, 1]);
  expect(days.flatMap((day) => day.moves)).toEqual(moves);
});

test('days near now have names', () => {
  const now = new Date('2026-11-20T08:00:00');
  const words = (at: string) => dayWords(new Date(at).setHours(0, 0, 0, 0), now);
  expect(words('2026-11-20T23:00:00')).toBe('Today');
  expect(words('2026-11-19T00:00:01')).toBe('Yesterday');
  expect(words('2026-11-16T12:00:00')).toMatch(/16 November 2026/);
});
