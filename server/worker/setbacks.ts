import { LRUCache } from 'lru-cache';

const FIRST_REST_MS = 60_000;
const LONGEST_REST_MS = 60 * 60_000;
/** Things remembered; beyond it the one that failed longest ago is tried again. */
const MAX_REMEMBERED = 10_000;

interface Setback {
  readonly failures: number;
  readonly until: number;
}

/** What failed is left alone for a while, twice as long each time. Times are in milliseconds. */
export class Setbacks {
  readonly #known = new LRUCache<string, Setback>({ max: MAX_REMEMBERED });

  isResting(key: string, now: number): boolean {
    return (this.#known.get(key)?.until ?? 0) > now;
  }

  /** How often it has failed in a row, this time included. */
  failed(key: string, now: number): number {
    const failures = (this.#known.get(key)?.failures ?? 0) + 1;
    const rest = Math.min(FIRST_REST_MS * 2 ** Math.min(failures - 1, 20), LONGEST_REST_MS);
    this.#known.set(key, { failures, until: now + rest });
    return failures;
  }

  succeeded(key: string): void {
    this.#known.delete(key);
  }
}
