import type { Pending, PendingEdit } from './session-state';

/** The newest edit that waits; steps are no edits. */
export function lastEdit(queue: readonly Pending[]): PendingEdit | undefined {
  return queue.findLast((pending) => pending.kind === 'edit');
}
