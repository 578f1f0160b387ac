import type { Dag } from '@core/dag/document';
import { validateChange } from '@core/dag/validate';
import { applyPatch } from '@core/patch/apply-patch';
import { messageFromOps } from '@core/patch/message';
import type { Op } from '@core/patch/ops';

/** The document after the ops, checked as the server will check it. Throws a DomainError. */
export function applyEdit(dag: Dag, ops: readonly Op[]): Dag {
  const next = applyPatch(dag, ops);
  validateChange(dag, next);
  return next;
}

/** An edit in words; ops that make no sense to the words are still an edit. */
export function describeEdit(dag: Dag, ops: readonly Op[]): string {
  try {
    return messageFromOps(dag, ops);
  } catch {
    return 'Edit';
  }
}
