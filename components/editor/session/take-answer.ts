import type { AppendOutput } from '@/server/api/patch/schemas';
import { applyPatch } from '@core/patch/apply-patch';
import { type CarriedQueue, carryQueue } from './carry-queue';
import { clashOf, holdEdit } from './clash';
import type { Pending, PendingEdit, Whose } from './session-state';
import type { Standing } from './transport';

export interface Taken extends CarriedQueue {
  readonly confirmed: Standing;
  /** The edit was in conflict, and its undo waited behind it: both are over. */
  readonly takenBack?: true;
}

/** What the answer to the first edit of a queue makes of the branch as it is known here, and of the rest. */
export function takeAnswer(
  confirmed: Standing,
  [edit, ...rest]: readonly [PendingEdit, ...Pending[]],
  answer: AppendOutput,
): Taken {
  if (answer.status === 'committed') {
    const { version, undo } = answer;
    return { confirmed: { head: version.id, document: edit.after, undo }, queue: rest, lost: [] };
  }
  const document = applyPatch(confirmed.document, answer.changes);
  switch (answer.status) {
    case 'rebased': {
      const { version, undo } = answer;
      const standing = { head: version.id, document, undo };
      return { confirmed: standing, ...carryQueue(rest, edit.after, document) };
    }
    case 'unchanged': {
      const standing = { head: answer.version, document, undo: confirmed.undo };
      return { confirmed: standing, ...carryQueue(withoutItsUndo(rest), edit.after, document) };
    }
    case 'conflict': {
      const standing = { head: answer.head, document, undo: confirmed.undo };
      if (rest[0]?.kind === 'undo') {
        const carried = carryQueue(rest.slice(1), edit.after, document);
        return { confirmed: standing, ...carried, takenBack: true };
      }
      const whose = new Map<string, Whose>(
        answer.conflicts.map(({ unit, theirs: { author, message } }) => [
          unit,
          { author, message },
        ]),
      );
      const held = holdEdit(edit, clashOf(edit, confirmed.document, whose), document);
      const { queue, lost } = carryQueue(rest, edit.after, held.after);
      return { confirmed: standing, queue: [held, ...queue], lost };
    }
  }
}

/** An undo that was asked for while an edit was under way was meant for that edit alone. */
function withoutItsUndo(rest: readonly Pending[]): readonly Pending[] {
  return rest[0]?.kind === 'undo' ? rest.slice(1) : rest;
}
