import type { AppendOutput } from '@/server/api/patch/schemas';
import type { UndoState } from '@/server/api/shared/schemas';
import type { Dag } from '@core/dag/document';
import type { Op } from '@core/patch/ops';
import type { Whose } from './session-state';

export interface AppendRequest {
  readonly opId: string;
  /** The version the ops were made against. */
  readonly parent: string;
  readonly ops: readonly Op[];
  readonly message?: string;
}

/** Where a branch stands: what is at its head, and what undo and redo would do there. */
export interface Standing {
  readonly head: string;
  readonly document: Dag;
  readonly undo: UndoState;
}

export interface Moved extends Standing {
  /** What was taken back or done again, in words. */
  readonly message: string;
  /** Edits passed over on the way, because nothing was left of them. */
  readonly skipped: readonly string[];
}

/** The server as an edit session knows it. A call that fails throws TransportError. */
export interface Transport {
  append: (request: AppendRequest) => Promise<AppendOutput>;
  undo: (request: { readonly opId: string }) => Promise<Moved>;
  redo: (request: { readonly opId: string }) => Promise<Moved>;
  load: () => Promise<Standing>;
  /** Only which version is at the head. */
  head: () => Promise<string>;
  /** Who of the others moved the branch since it stood at this version, by name. */
  othersSince: (head: string) => Promise<readonly string[]>;
  /** Whose edit, in the history of this version, was the last that changed one of these places. */
  whose: (head: string, pointers: readonly string[]) => Promise<Whose | null>;
}

/** `retryable`: no answer came, or the server could not say; the same call may be sent again. */
export class TransportError extends Error {
  readonly retryable: boolean;
  readonly code: string;

  constructor(message: string, { retryable, code }: { retryable: boolean; code: string }) {
    super(message);
    this.name = 'TransportError';
    this.retryable = retryable;
    this.code = code;
  }
}
