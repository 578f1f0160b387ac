import { TooManyAttemptsError } from './errors';

const WINDOW_MS = 60_000;
const MAX_KEYS = 50_000;
const attempts = new Map<string, { count: number; until: number }>();

/** Refuses the attempt after `most` within a minute; each process counts for itself. */
export function throttle(key: string, most: number): void {
  const now = Date.now();
  const known = attempts.get(key);
  if (known && known.until > now) {
    known.count += 1;
    if (known.count > most) throw new TooManyAttemptsError();
    return;
  }
  if (attempts.size >= MAX_KEYS) attempts.clear();
  attempts.set(key, { count: 1, until: now + WINDOW_MS });
}
