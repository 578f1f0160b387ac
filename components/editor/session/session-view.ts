import type { UndoState } from '@/server/api/shared/schemas';
import { conflictsOf } from './clash';
import { heldEdit } from './held-edit';
import { lastEdit } from './last-edit';
import type { Dropped, Pending, SaveState, SessionState } from './session-state';
import type { Standing } from './transport';

interface Parts {
  readonly confirmed: Standing;
  readonly queue: readonly Pending[];
  readonly dropped: readonly Dropped[];
  readonly drafts: number;
  readonly trouble: Extract<SaveState, { kind: 'unsaved' | 'refused' }> | undefined;
}

/** What a session shows of itself. */
export function viewOf(parts: Parts): SessionState {
  const { confirmed, queue, dropped } = parts;
  const last = lastEdit(queue);
  return {
    document: last?.after ?? confirmed.document,
    head: confirmed.head,
    save: saveState(parts),
    undo: last?.message ?? wordsOf(confirmed.undo, 'undo'),
    redo: dropped.at(-1)?.edit.message ?? (last ? undefined : wordsOf(confirmed.undo, 'redo')),
  };
}

function saveState({ confirmed, queue, drafts, trouble }: Parts): SaveState {
  const waiting = queue.length;
  if (waiting === 0 && drafts === 0) return { kind: 'saved' };
  const held = heldEdit(queue);
  if (held) {
    const { message, clash } = held;
    const head = confirmed.document;
    return {
      kind: 'conflict',
      waiting,
      message,
      sides: { base: clash.base, incoming: clash.mine, head },
      conflicts: conflictsOf(clash, head),
    };
  }
  return trouble ? { ...trouble, waiting } : { kind: 'saving', waiting };
}

function wordsOf(state: UndoState, kind: 'undo' | 'redo'): string | undefined {
  return state[kind]?.message;
}
