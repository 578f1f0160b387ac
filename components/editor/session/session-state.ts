import type { Person, UndoState } from '@/server/api/shared/schemas';
import type { Dag } from '@core/dag/document';
import type { Op } from '@core/patch/ops';
import type { Sides } from '@core/patch/rebase';
import type { Choice, Conflict } from '@core/version/conflict';

/** One edit that the server has not acknowledged yet. */
export interface PendingEdit {
  readonly kind: 'edit';
  readonly opId: string;
  readonly ops: readonly Op[];
  readonly message: string;
  /** The document with this edit and all before it. */
  readonly after: Dag;
  /** [V5] It and what others did cannot both stand: it is not sent before the person has chosen. */
  readonly clash?: Clash;
}

/** An edit that waits for choices, as it was when nobody was in its way. */
export interface Clash {
  /** The document it was made for, and what it made of it. */
  readonly base: Dag;
  readonly mine: Dag;
  /** Units that must not have changed. */
  readonly reads: readonly string[];
  /** By unit. */
  readonly choices: ReadonlyMap<string, Choice>;
  /** Who changed a unit meanwhile; null while that is being asked, or cannot be told. */
  readonly whose: ReadonlyMap<string, Whose | null>;
}

/** Who changed something, and with which edit. */
export interface Whose {
  readonly author: Person;
  readonly message: string;
}

/** An edit that was taken back before it was ever sent, with the document it was made on. */
export interface Dropped {
  readonly edit: PendingEdit;
  readonly base: Dag;
}

/** An undo or redo waiting its turn. */
export interface PendingStep {
  readonly kind: 'undo' | 'redo';
  readonly opId: string;
}

export type Pending = PendingEdit | PendingStep;

/** A conflict of an edit with what others did: `head` is theirs, `incoming` is mine. */
export interface OpenConflict extends Conflict {
  readonly choice: Choice | undefined;
  readonly whose: Whose | undefined;
}

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
  | { readonly kind: 'refused'; readonly waiting: number; readonly reason: string }
  | {
      readonly kind: 'conflict';
      readonly waiting: number;
      /** The edit that cannot be saved as it is, in words. */
      readonly message: string;
      readonly sides: Sides;
      readonly conflicts: readonly OpenConflict[];
    };

export type ConflictState = Extract<SaveState, { kind: 'conflict' }>;

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
  | { readonly kind: 'refused'; readonly message: string; readonly code: string | undefined }
  | {
      readonly kind: 'undone' | 'redone';
      readonly message: string;
      /** Edits passed over on the way, because nothing was left of them. */
      readonly skipped: readonly string[];
    }
  /** What these people did elsewhere has come in; nobody's name when it was oneself. */
  | { readonly kind: 'joined'; readonly names: readonly string[] }
  | { readonly kind: 'reapplied'; readonly kept: number; readonly lost: readonly PendingEdit[] };

export const NO_UNDO: UndoState = { undo: null, redo: null };
