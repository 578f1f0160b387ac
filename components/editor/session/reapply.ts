import type { Dag } from '@core/dag/document';
import { validateChange } from '@core/dag/validate';
import { DomainError } from '@core/errors';
import { applyPatch } from '@core/patch/apply-patch';
import { messageFromOps } from '@core/patch/message';
import type { Op } from '@core/patch/ops';
import type { Pending, PendingEdit } from './session-state';

/** The document after the ops, checked as the server will check it. Throws a DomainError. */
export function applyEdit(dag: Dag, ops: readonly Op[]): Dag {
  const next = applyPatch(dag, ops);
  validateChange(dag, next);
  return next;
}

export interface Reapplied {
  readonly document: Dag;
  readonly queue: readonly Pending[];
  readonly lost: readonly PendingEdit[];
}

/** Carries waiting edits over to another document; those that do not fit it are handed back. */
export function reapply(
  document: Dag,
  queue: readonly Pending[],
  newOpId: (pending: Pending) => string,
): Reapplied {
  const kept: Pending[] = [];
  const lost: PendingEdit[] = [];
  let current = document;
  for (const pending of queue) {
    if (pending.kind !== 'edit') {
      kept.push(pending);
      continue;
    }
    try {
      current = applyEdit(current, pending.ops);
      kept.push({ ...pending, opId: newOpId(pending), after: current });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      lost.push(pending);
    }
  }
  return { document: current, queue: kept, lost };
}

/** An edit in words; ops that make no sense to the words are still an edit. */
export function describeEdit(dag: Dag, ops: readonly Op[]): string {
  try {
    return messageFromOps(dag, ops);
  } catch {
    return 'Edit';
  }
}
