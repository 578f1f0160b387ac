import type { AppendOutput } from '@/server/api/patch/schemas';
import type { UndoState } from '@/server/api/shared/schemas';
import type { Dag } from '@core/dag/document';
import type { Op } from '@core/patch/ops';

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
}

/** The server as an edit session knows it. A call that fails throws TransportError. */
export interface Transport {
  append: (request: AppendRequest) => Promise<AppendOutput>;
  undo: (request: { readonly opId: string }) => Promise<Moved>;
  redo: (request: { readonly opId: string }) => Promise<Moved>;
  load: () => Promise<Standing>;
  /** Only which version is at the head. */
  head: () => Promise<string>;
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
