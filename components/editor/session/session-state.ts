import type { UndoState } from '@/server/api/shared/schemas';
import type { Dag } from '@core/dag/document';
import type { Op } from '@core/patch/ops';

/** One edit that the server has not acknowledged yet. */
export interface PendingEdit {
  readonly kind: 'edit';
  readonly opId: string;
  readonly ops: readonly Op[];
  readonly message: string;
  /** The document with this edit and all before it. */
  readonly after: Dag;
}

/** An undo or redo waiting its turn. */
export interface PendingStep {
  readonly kind: 'undo' | 'redo';
  readonly opId: string;
}

export type Pending = PendingEdit | PendingStep;

/** What is true about the work on screen. `saved` means: all of it is acknowledged. */
export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving'; readonly waiting: number }
  | {
      readonly kind: 'unsaved';
      readonly waiting: number;
      readonly retryAt: number;
      readonly reason: string;
    }
  | {
      readonly kind: 'refused';
      readonly waiting: number;
      readonly reason: string;
      readonly stale: boolean;
    };

export interface SessionState {
  /** What is on screen: the acknowledged document and the edits waiting. */
  readonly document: Dag;
  /** The version acknowledged last. */
  readonly head: string;
  readonly save: SaveState;
  /** In words, what undo and redo would do; undefined when there is nothing. */
  readonly undo: string | undefined;
  readonly redo: string | undefined;
}

/** Something to tell the person, once. */
export type SessionEvent =
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'undone' | 'redone'; readonly message: string }
  | { readonly kind: 'reapplied'; readonly kept: number; readonly lost: readonly PendingEdit[] };

export const NO_UNDO: UndoState = { undo: null, redo: null };
