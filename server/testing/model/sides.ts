import type { Content } from './content';

/** Two changes of one content; `head` is what the incoming one is carried onto. */
export interface Sides {
  readonly base: Content;
  readonly head: Content;
  readonly incoming: Content;
}

/** A unit on which both cannot stand, named as the store names it: `field /nodes/a/name`. */
export type Clash = `${'field' | 'removed' | 'id_taken' | 'dangling'} ${string}`;

/** Whose value stands, by unit; the head's when nothing is said. */
export type Choices = ReadonlyMap<string, 'head' | 'incoming'>;

/** A field of an entry that must not have changed. */
export interface Read {
  readonly at: string;
  readonly field: string;
}
