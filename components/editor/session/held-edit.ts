import type { Dag } from '@core/dag/document';
import { conflictsOf } from './clash';
import type { Clash, Pending, PendingEdit, Whose } from './session-state';

export type HeldEdit = PendingEdit & { readonly clash: Clash };

/** The first of a queue, when it waits for choices. */
export function heldEdit([first]: readonly Pending[]): HeldEdit | undefined {
  return first?.kind === 'edit' && isHeld(first) ? first : undefined;
}

function isHeld(edit: PendingEdit): edit is HeldEdit {
  return edit.clash !== undefined;
}

/** The queue with other facts about the conflicts of its first edit. */
export function withClash(queue: readonly Pending[], facts: Partial<Clash>): readonly Pending[] {
  const held = heldEdit(queue);
  if (!held) return queue;
  return [{ ...held, clash: { ...held.clash, ...facts } }, ...queue.slice(1)];
}

/** Conflicts that nobody has said yet whose the other side is: those that were found here. */
export function unattributed({ clash }: HeldEdit, head: Dag) {
  return conflictsOf(clash, head).filter(({ unit }) => !clash.whose.has(unit));
}

export function withWhose(
  queue: readonly Pending[],
  known: Iterable<readonly [string, Whose | null]>,
): readonly Pending[] {
  const whose = heldEdit(queue)?.clash.whose ?? [];
  return withClash(queue, { whose: new Map([...whose, ...known]) });
}
