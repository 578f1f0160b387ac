import type { TagMove } from '@/server/api/tag/schemas';

export interface Day {
  /** Midnight of the day in the reader's time zone, as milliseconds. */
  readonly start: number;
  readonly moves: readonly TagMove[];
}

/** Moves, newest first, under the days they happened on. */
export function groupByDay(moves: readonly TagMove[]): Day[] {
  const days: { start: number; moves: TagMove[] }[] = [];
  for (const move of moves) {
    const start = new Date(move.at).setHours(0, 0, 0, 0);
    const last = days.at(-1);
    if (last?.start === start) last.moves.push(move);
    else days.push({ start, moves: [move] });
  }
  return days;
}

/** “Today”, “Yesterday”, else the date. */
export function dayWords(start: number, now: Date): string {
  const today = new Date(now).setHours(0, 0, 0, 0);
  const days = Math.round((today - start) / 86_400_000);
  if (days === 0) return 'Today';
  if (days === 1) return 'Yesterday';
  return new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(start);
}
