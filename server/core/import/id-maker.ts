import { entryId } from '../ids';

/** Bytes that nobody can guess, from the caller: the core has no randomness of its own. */
export type RandomBytes = (bytes: number) => Uint8Array;

const SUFFIX_BYTES = 4;
const TRIES = 64;
const LONGEST_STEM = 56;

/** Makes the ids of one document, none of them twice [D6]. */
export class IdMaker {
  readonly #random: RandomBytes;
  readonly #taken: Set<string>;

  constructor(random: RandomBytes, taken: Iterable<string> = []) {
    this.#random = random;
    this.#taken = new Set(taken);
  }

  /** A new id; should the randomness keep repeating itself, a number is added. */
  make(name: string): string {
    for (let i = 1; ; i += 1) {
      const made = entryId(name, this.#random(SUFFIX_BYTES));
      const id = i <= TRIES ? made : `${made.slice(0, LONGEST_STEM)}_${i}`;
      if (this.take(id)) return id;
    }
  }

  /** False when the id is in use already. */
  take(id: string): boolean {
    if (this.#taken.has(id)) return false;
    this.#taken.add(id);
    return true;
  }
}
