import type { Json } from '../json/json';

/**
 * [V5][M3] `field`: one unit, two values. `removed`: one side changed an entry that the other took
 * away. `id_taken`: two entries under one id, or two connections between the same ports.
 * `dangling`: a connection to a node that went. `cycle`: connections that close a loop together.
 */
export type ConflictKind = 'field' | 'removed' | 'id_taken' | 'dangling' | 'cycle';

/** One unit on which two changes cannot both stand. A side that has nothing there is left out. */
export interface Conflict {
  readonly kind: ConflictKind;
  /** Pointer of what has to be decided. */
  readonly unit: string;
  readonly base?: Json;
  readonly head?: Json;
  readonly incoming?: Json;
  /** Pointers of the head's changes that stand in the way. */
  readonly against: readonly string[];
  /** Ids of the nodes of a loop, the first repeated at the end; of the node that went. */
  readonly path?: readonly string[];
}

/** How a conflict is settled: by what one side has, or by another value. */
export type Choice = { readonly take: 'base' | 'head' | 'incoming' } | { readonly value: Json };

/** Answers with a choice, or with nothing for a conflict that is still open. */
export type Choose = (conflict: Conflict) => Choice | undefined;

/** The value that a choice puts there; undefined for nothing. */
export function chosen(conflict: Conflict, choice: Choice): Json | undefined {
  return 'value' in choice ? choice.value : conflict[choice.take];
}
