import type { UndoState } from '@/server/api/shared/schemas';
import type { Dag } from '@core/dag/document';
import { DomainError } from '@core/errors';
import { applyPatch } from '@core/patch/apply-patch';
import type { Op } from '@core/patch/ops';
import { backoff } from './backoff';
import { applyEdit, describeEdit, reapply } from './reapply';
import type {
  Pending,
  PendingEdit,
  PendingStep,
  SaveState,
  SessionEvent,
  SessionState,
} from './session-state';
import { shareStructure } from './share-structure';
import { TransportError, type Standing, type Transport } from './transport';

export interface SessionOptions {
  readonly transport: Transport;
  readonly start: Standing;
  readonly newOpId: () => string;
  /** Calls back after so many milliseconds; the answer takes the call back. */
  readonly later?: (run: () => void, ms: number) => () => void;
  readonly now?: () => number;
}

/**
 * The work of one person on one branch. An edit shows at once and waits in a queue; one request is
 * under way at a time, and one that got no answer is sent again with the same op id [V4]. `saved`
 * is said only when everything is acknowledged [L2].
 */
export class EditSession {
  readonly #options: Required<SessionOptions>;
  readonly #listeners = new Set<() => void>();
  readonly #hearers = new Set<(event: SessionEvent) => void>();
  #confirmed: Standing;
  #queue: readonly Pending[] = [];
  /** Edits that were undone before they were ever sent. */
  #dropped: readonly PendingEdit[] = [];
  /** Whether the first of the queue has been sent at least once. */
  #sent = false;
  #busy = false;
  #attempts = 0;
  #trouble: Extract<SaveState, { kind: 'unsaved' | 'refused' }> | undefined;
  #cancelRetry: (() => void) | undefined;
  /** Fields in which something stands that is no edit yet. */
  #drafts = 0;
  #state: SessionState;

  constructor(options: SessionOptions) {
    this.#options = { later: startTimer, now: () => Date.now(), ...options };
    this.#confirmed = options.start;
    this.#state = this.#compute();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly hear = (hearer: (event: SessionEvent) => void): (() => void) => {
    this.#hearers.add(hearer);
    return () => this.#hearers.delete(hearer);
  };

  readonly state = (): SessionState => this.#state;

  /** Applies the ops here and queues them. False, and an event in words, when the core refuses. */
  push(ops: readonly Op[], message?: string): boolean {
    if (ops.length === 0) return true;
    const before = this.#state.document;
    let after: Dag;
    try {
      after = applyEdit(before, ops);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.#tell({ kind: 'refused', message: error.message });
      return false;
    }
    const words = message ?? describeEdit(before, ops);
    this.#dropped = [];
    this.#enqueue({ kind: 'edit', opId: this.#options.newOpId(), ops, message: words, after });
    return true;
  }

  /** [T3] Takes back the last edit: one that was never sent at once, any other at the server. */
  undo(): void {
    const last = this.#queue.at(-1);
    if (last?.kind === 'edit' && this.#isOnlyHere(last)) this.#drop(last);
    else if (this.#state.undo !== undefined) this.#step('undo');
  }

  redo(): void {
    const dropped = this.#dropped.at(-1);
    if (dropped) {
      const rest = this.#dropped.slice(0, -1);
      if (!this.push(dropped.ops, dropped.message)) return;
      this.#dropped = rest;
      this.#tell({ kind: 'redone', message: dropped.message });
      this.#publish();
    } else if (this.#state.redo !== undefined) this.#step('redo');
  }

  /** Sends what waits now instead of at the next retry. */
  retryNow(): void {
    if (this.#trouble?.kind !== 'unsaved') return;
    this.#cancelRetry?.();
    this.#trouble = undefined;
    this.#publish();
    void this.#flush();
  }

  /** After a refusal: takes the branch as it is now and puts the waiting edits on top of it. */
  async reloadAndReapply(): Promise<void> {
    const standing = await this.#options.transport.load();
    this.#adopt(standing);
    const steps = this.#queue.filter((pending) => pending.kind === 'edit');
    const { queue, lost } = reapply(this.#confirmed.document, steps, this.#options.newOpId);
    this.#queue = queue;
    this.#sent = false;
    this.#trouble = undefined;
    this.#tell({ kind: 'reapplied', kept: queue.length, lost });
    this.#publish();
    void this.#flush();
  }

  /** Gives up what waits and shows the branch as it is now. */
  async reloadAndDiscard(): Promise<void> {
    const standing = await this.#options.transport.load();
    this.#adopt(standing);
    this.#queue = [];
    this.#dropped = [];
    this.#sent = false;
    this.#trouble = undefined;
    this.#publish();
  }

  /** Looks whether the branch has moved elsewhere; takes that over while nothing waits here. */
  async refresh(): Promise<void> {
    const { transport } = this.#options;
    try {
      if (!this.#isIdle() || (await transport.head()) === this.#confirmed.head) return;
      const standing = await transport.load();
      if (!this.#isIdle()) return;
      this.#adopt(standing);
      this.#dropped = [];
      this.#publish();
    } catch (error) {
      if (!(error instanceof TransportError)) throw error;
    }
  }

  /** Something is being typed that no edit holds yet: nothing is `saved` until it is released. */
  hold(): () => void {
    this.#drafts += 1;
    this.#publish();
    return () => {
      this.#drafts -= 1;
      this.#publish();
    };
  }

  /** Resolves once nothing waits; rejects, in words, when that needs somebody's help. */
  whenSaved(): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = (): boolean => {
        const { save } = this.#state;
        if (save.kind === 'saved') resolve();
        else if (save.kind === 'refused') reject(new Error(save.reason));
        return save.kind === 'saved' || save.kind === 'refused';
      };
      if (look()) return;
      const stop = this.subscribe(() => {
        if (look()) stop();
      });
    });
  }

  #isIdle(): boolean {
    return this.#queue.length === 0 && !this.#busy;
  }

  /** The edits that are not saved, to be kept as a file. */
  unsavedEdits(): readonly PendingEdit[] {
    return this.#queue.filter((pending) => pending.kind === 'edit');
  }

  /** Never sent, or sent and refused: the server has nothing of it. */
  #isOnlyHere(edit: PendingEdit): boolean {
    return edit !== this.#queue[0] || !this.#sent || this.#trouble?.kind === 'refused';
  }

  #drop(edit: PendingEdit): void {
    this.#queue = this.#queue.slice(0, -1);
    this.#dropped = [...this.#dropped, edit];
    if (this.#queue.length === 0) {
      this.#sent = false;
      this.#trouble = undefined;
    }
    this.#tell({ kind: 'undone', message: edit.message });
    this.#publish();
  }

  #step(kind: PendingStep['kind']): void {
    this.#enqueue({ kind, opId: this.#options.newOpId() });
  }

  #enqueue(pending: Pending): void {
    this.#queue = [...this.#queue, pending];
    this.#publish();
    void this.#flush();
  }

  async #flush(): Promise<void> {
    const next = this.#queue[0];
    if (!next || this.#busy || this.#trouble) return;
    this.#busy = true;
    this.#sent = true;
    try {
      if (next.kind === 'edit') await this.#append(next);
      else await this.#walk(next);
      this.#attempts = 0;
    } catch (error) {
      this.#fail(next, error);
    }
    this.#busy = false;
    this.#publish();
    void this.#flush();
  }

  async #append(edit: PendingEdit): Promise<void> {
    const { opId, ops, message } = edit;
    const answer = await this.#options.transport.append({
      opId,
      parent: this.#confirmed.head,
      ops,
      message,
    });
    switch (answer.status) {
      case 'committed':
        this.#confirmed = { head: answer.version.id, document: edit.after, undo: answer.undo };
        this.#shift();
        break;
      case 'rebased':
        this.#shift();
        this.#carryOver({ head: answer.version.id, undo: answer.undo }, answer.changes);
        break;
      case 'unchanged':
        this.#shift();
        this.#carryOver({ head: answer.version, undo: this.#confirmed.undo }, answer.changes);
        break;
      case 'conflict':
        this.#refuse('This branch has changed since you opened it.', true);
    }
  }

  /** Takes over what others did meanwhile, with the edits that still wait on top of it. */
  #carryOver(at: Omit<Standing, 'document'>, changes: readonly Op[]): void {
    const document = applyPatch(this.#confirmed.document, changes);
    this.#confirmed = { ...at, document };
    const { queue, lost } = reapply(document, this.#queue, ({ opId }) => opId);
    this.#queue = queue;
    if (lost.length > 0) this.#tell({ kind: 'reapplied', kept: queue.length, lost });
  }

  async #walk(step: PendingStep): Promise<void> {
    const moved = await this.#options.transport[step.kind]({ opId: step.opId });
    this.#adopt(moved);
    this.#shift();
    const { queue, lost } = reapply(this.#confirmed.document, this.#queue, ({ opId }) => opId);
    this.#queue = queue;
    this.#tell({ kind: step.kind === 'undo' ? 'undone' : 'redone', message: moved.message });
    if (lost.length > 0) this.#tell({ kind: 'reapplied', kept: queue.length, lost });
  }

  #fail(pending: Pending, error: unknown): void {
    const known = error instanceof TransportError ? error : undefined;
    const reason = known?.message ?? 'Something went wrong in this page.';
    if (known?.retryable === true) {
      this.#attempts += 1;
      const ms = backoff(this.#attempts);
      this.#trouble = { kind: 'unsaved', waiting: 0, retryAt: this.#options.now() + ms, reason };
      this.#cancelRetry = this.#options.later(() => this.retryNow(), ms);
    } else if (pending.kind === 'edit') this.#refuse(reason, false);
    else {
      this.#shift();
      this.#tell({ kind: 'refused', message: reason });
    }
  }

  #refuse(reason: string, stale: boolean): void {
    this.#trouble = { kind: 'refused', waiting: 0, reason, stale };
    this.#tell({ kind: 'refused', message: reason });
  }

  #shift(): void {
    this.#queue = this.#queue.slice(1);
    this.#sent = false;
  }

  /** The server's document, sharing what is equal with the one on screen. */
  #adopt({ head, document, undo }: Standing): void {
    this.#confirmed = { head, undo, document: shareStructure(this.#state.document, document) };
  }

  #compute(): SessionState {
    const edits = this.#queue.filter((pending) => pending.kind === 'edit');
    const { head, document, undo } = this.#confirmed;
    return {
      document: edits.at(-1)?.after ?? document,
      head,
      save: this.#saveState(),
      undo: edits.at(-1)?.message ?? wordsOf(undo, 'undo'),
      redo: this.#dropped.at(-1)?.message ?? (edits.length > 0 ? undefined : wordsOf(undo, 'redo')),
    };
  }

  #saveState(): SaveState {
    const waiting = this.#queue.length;
    if (waiting === 0 && this.#drafts === 0) return { kind: 'saved' };
    return this.#trouble ? { ...this.#trouble, waiting } : { kind: 'saving', waiting };
  }

  #publish(): void {
    this.#state = this.#compute();
    for (const listener of this.#listeners) listener();
  }

  #tell(event: SessionEvent): void {
    for (const hearer of this.#hearers) hearer(event);
  }
}

function wordsOf(state: UndoState, kind: 'undo' | 'redo'): string | undefined {
  return state[kind]?.message;
}

function startTimer(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}
