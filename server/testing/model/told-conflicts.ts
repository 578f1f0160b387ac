import { expect } from 'vitest';
import type { Joined } from './join';

interface Told {
  readonly kind: string;
  readonly unit: string;
}

/** A loop that both sides close together, or a connection whose ends both moved to one node. */
export function isLoop({ kind, unit }: Told): boolean {
  const isWholeEdge = unit.startsWith('/edges/') && unit.split('/').length === 3;
  return kind === 'cycle' || (kind === 'field' && isWholeEdge);
}

/** The same units clash for the same reasons. Of loops it depends on their order which are told. */
export function expectClashes(told: readonly Told[], { clashes }: Joined): void {
  const stored = told
    .filter((conflict) => !isLoop(conflict))
    .map(({ kind, unit }) => `${kind} ${unit}`);
  expect(stored.sort()).toEqual(clashes);
}
