import type { Dag } from '@core/dag/document';
import { DomainError } from '@core/errors';
import { clashOf, joinEdit } from './clash';
import type { Pending, PendingEdit } from './session-state';

export interface CarriedQueue {
  readonly queue: readonly Pending[];
  /** Edits that the core refuses on the new document; with their words and ops, to be kept. */
  readonly lost: readonly PendingEdit[];
}

/**
 * [L2] Edits that wait on one document, on another instead: each is joined with what changed, held
 * where it conflicts, and left out when nothing of it is left to do. Steps keep their place.
 */
export function carryQueue(queue: readonly Pending[], from: Dag, to: Dag): CarriedQueue {
  if (from === to) return { queue, lost: [] };
  const kept: Pending[] = [];
  const lost: PendingEdit[] = [];
  let [base, head] = [from, to];
  for (const pending of queue) {
    if (pending.kind !== 'edit') {
      kept.push(pending);
      continue;
    }
    try {
      const carried = carryEdit(pending, base, head);
      if (carried) {
        kept.push(carried);
        head = carried.after;
      }
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      lost.push(pending);
    }
    base = pending.after;
  }
  return { queue: kept, lost };
}

/** An edit made for `base`, on `head` instead; undefined when nothing of it is left to do. */
export function carryEdit(edit: PendingEdit, base: Dag, head: Dag): PendingEdit | undefined {
  return joinEdit(edit, edit.clash ?? clashOf(edit, base), head);
}
