import type { Dag } from '@core/dag/document';
import { DomainError } from '@core/errors';
import type { Op } from '@core/patch/ops';
import type { Choice } from '@core/version/conflict';
import { applyEdit, describeEdit } from './apply-edit';
import { backoff } from './backoff';
import { carryEdit, carryQueue } from './carry-queue';
import { settleClash } from './clash';
import { heldEdit, unattributed, withClash, withWhose } from './held-edit';
import { lastEdit } from './last-edit';
import type {
  Dropped,
  Pending,
  PendingEdit,
  PendingStep,
  SaveState,
  SessionEvent,
  SessionState,
} from './session-state';
import { viewOf } from './session-view';
import { shareStructure } from './share-structure';
import { takeAnswer } from './take-answer';
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
 * under way at a time, and one that got no answer is sent again with the same op id [V4]. What waits
 * is carried over to what others did meanwhile; an edit that cannot be is held until the person has
 * chosen, and nothing of either side is lost before that [V5]. `saved` is said only when everything
 * is acknowledged [L2].
 */
export class EditSession {
  readonly #options: Required<SessionOptions>;
  readonly #listeners = new Set<() => void>();
  readonly #hearers = new Set<(event: SessionEvent) => void>();
  #confirmed: Standing;
  #queue: readonly Pending[] = [];
  #dropped: readonly Dropped[] = [];
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
    this.#state = this.#view();
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
    const before = this.#shown();
    const after = this.#unlessRefused(() => applyEdit(before, ops));
    if (after === undefined) return false;
    const words = message ?? describeEdit(before, ops);
    this.#dropped = [];
    this.#enqueue({ kind: 'edit', opId: this.#options.newOpId(), ops, message: words, after });
    return true;
  }

  /** [T3] Takes back the last edit: one that was never sent at once, any other at the server. */
  undo(): void {
    const last = this.#queue.at(-1);
    if (last?.kind === 'edit' && this.#isOnlyHere(last)) this.#dropLast(last);
    else if (this.#state.undo !== undefined) this.#step('undo');
  }

  redo(): void {
    const dropped = this.#dropped.at(-1);
    if (dropped) this.#bringBack(dropped);
    else if (this.#state.redo !== undefined) this.#step('redo');
  }

  /** Sends what waits now instead of at the next retry. */
  retryNow(): void {
    if (this.#trouble?.kind !== 'unsaved') return;
    this.#cancelRetry?.();
    this.#trouble = undefined;
    this.#goOn();
  }

  /** [V5] Decides one conflict of the held edit, or leaves it open again; `settle` sends it. */
  choose(unit: string, choice: Choice | undefined): void {
    const choices = new Map(heldEdit(this.#queue)?.clash.choices);
    if (choice) choices.set(unit, choice);
    else choices.delete(unit);
    this.#queue = withClash(this.#queue, { choices });
    this.#goOn();
  }

  /**
   * [V5] Sends the held edit as the choices make it, for the branch as it is now; what is not decided
   * stays as others have it. In words, and nothing happens, when that cannot be stored.
   */
  settle(): string | undefined {
    const held = heldEdit(this.#queue);
    if (!held) return undefined;
    const head = this.#confirmed.document;
    try {
      const { dag: after, ops } = settleClash(held.clash, head);
      const message = describeEdit(head, ops);
      const edit = { kind: 'edit' as const, opId: this.#options.newOpId(), ops, message, after };
      this.#replaceHeld(held, ops.length === 0 ? [] : [edit], after);
      return undefined;
    } catch (error) {
      if (error instanceof DomainError) return error.message;
      throw error;
    }
  }

  /** [V5] Gives the held edit up, all of it; redo brings it back. */
  discard(): void {
    const held = heldEdit(this.#queue);
    if (!held) return;
    this.#drop(held, this.#confirmed.document);
    this.#replaceHeld(held, [], this.#confirmed.document);
  }

  /** After a refusal: takes the branch as it is now and puts the waiting edits on top of it. */
  async reloadAndReapply(): Promise<void> {
    const standing = await this.#options.transport.load();
    const before = this.#confirmed.document;
    this.#adopt(standing);
    const edits = this.unsavedEdits().map((edit) => ({ ...edit, opId: this.#options.newOpId() }));
    const { queue, lost } = carryQueue(edits, before, this.#confirmed.document);
    this.#startOver(queue);
    this.#tell({ kind: 'reapplied', kept: queue.length, lost });
    this.#goOn();
  }

  /** Gives up what waits and shows the branch as it is now. */
  async reloadAndDiscard(): Promise<void> {
    const standing = await this.#options.transport.load();
    this.#adopt(standing);
    this.#dropped = [];
    this.#startOver([]);
    this.#publish();
  }

  /** Looks whether the branch has moved elsewhere; takes that over while nothing waits here. */
  async refresh(): Promise<void> {
    const { transport } = this.#options;
    const { head } = this.#confirmed;
    const isAsBefore = () =>
      this.#queue.length === 0 && !this.#busy && this.#confirmed.head === head;
    try {
      if (!isAsBefore() || (await transport.head()) === head) return;
      const standing = await transport.load();
      if (!isAsBefore()) return;
      this.#adopt(standing);
      this.#publish();
      await this.#tellOthersSince(head);
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

  /** The edits that are not saved, to be kept as a file. */
  unsavedEdits(): readonly PendingEdit[] {
    return this.#queue.filter((pending) => pending.kind === 'edit');
  }

  /** Never sent, or sent and refused: the server has nothing of it. */
  #isOnlyHere(edit: PendingEdit): boolean {
    return edit !== this.#queue[0] || !this.#sent || this.#trouble?.kind === 'refused';
  }

  #dropLast(edit: PendingEdit): void {
    this.#queue = this.#queue.slice(0, -1);
    if (this.#queue.length === 0) this.#startOver([]);
    this.#drop(edit, this.#shown());
    this.#publish();
  }

  #drop(edit: PendingEdit, base: Dag): void {
    this.#dropped = [...this.#dropped, { edit, base }];
    this.#tell({ kind: 'undone', message: edit.message, skipped: [] });
  }

  /** Does a dropped edit again, on what is there now. */
  #bringBack({ edit, base }: Dropped): void {
    this.#dropped = this.#dropped.slice(0, -1);
    this.#unlessRefused(() => {
      const again = carryEdit(edit, base, this.#shown());
      this.#tell({ kind: 'redone', message: edit.message, skipped: [] });
      if (again) this.#enqueue({ ...again, opId: this.#options.newOpId() });
      else this.#publish();
    });
  }

  #step(kind: PendingStep['kind']): void {
    this.#enqueue({ kind, opId: this.#options.newOpId() });
  }

  #enqueue(pending: Pending): void {
    this.#queue = [...this.#queue, pending];
    this.#goOn();
  }

  #goOn(): void {
    this.#publish();
    void this.#flush();
  }

  async #flush(): Promise<void> {
    const next = this.#queue[0];
    if (!next || this.#busy || this.#trouble) return;
    if (heldEdit(this.#queue)) {
      await this.#attribute();
      return;
    }
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
    this.#goOn();
  }

  async #append(edit: PendingEdit): Promise<void> {
    const { opId, ops, message } = edit;
    const { head: parent, document: base } = this.#confirmed;
    const answer = await this.#options.transport.append({ opId, parent, ops, message });
    const taken = takeAnswer(this.#confirmed, [edit, ...this.#queue.slice(1)], answer);
    if (taken.takenBack) this.#drop(edit, base);
    this.#confirmed = taken.confirmed;
    this.#startOver(taken.queue);
    this.#tellLost(taken.lost);
    const joined = answer.status === 'rebased' || answer.status === 'unchanged';
    if (joined && answer.changes.length > 0) void this.#tellOthersSince(parent);
  }

  async #walk({ kind, opId }: PendingStep): Promise<void> {
    const { message, skipped, ...standing } = await this.#options.transport[kind]({ opId });
    const before = this.#confirmed.document;
    this.#adopt(standing);
    const { queue, lost } = carryQueue(this.#queue.slice(1), before, this.#confirmed.document);
    this.#startOver(queue);
    this.#tell({ kind: kind === 'undo' ? 'undone' : 'redone', message, skipped });
    this.#tellLost(lost);
  }

  #fail(pending: Pending, error: unknown): void {
    const known = error instanceof TransportError ? error : undefined;
    const reason = known?.message ?? 'Something went wrong in this page.';
    if (known?.retryable === true) {
      this.#attempts += 1;
      const ms = backoff(this.#attempts);
      this.#trouble = { kind: 'unsaved', waiting: 0, retryAt: this.#options.now() + ms, reason };
      this.#cancelRetry = this.#options.later(() => this.retryNow(), ms);
      return;
    }
    if (pending.kind === 'edit') this.#trouble = { kind: 'refused', waiting: 0, reason };
    else this.#startOver(this.#queue.slice(1));
    this.#tell({ kind: 'refused', message: reason, code: known?.code });
  }

  /** What waits behind the held edit goes on from `after`. */
  #replaceHeld(held: PendingEdit, edits: readonly PendingEdit[], after: Dag): void {
    const { queue, lost } = carryQueue(this.#queue.slice(1), held.after, after);
    this.#startOver([...edits, ...queue]);
    this.#tellLost(lost);
    this.#goOn();
  }

  /** Looks up, once, who stands behind conflicts that were found here and not by the server. */
  async #attribute(): Promise<void> {
    const { head, document } = this.#confirmed;
    const held = heldEdit(this.#queue);
    const unknown = held ? unattributed(held, document) : [];
    this.#queue = withWhose(
      this.#queue,
      unknown.map(({ unit }) => [unit, null] as const),
    );
    await Promise.all(
      unknown.map(async ({ unit, against }) => {
        const whose = await this.#options.transport.whose(head, against).catch(() => null);
        if (heldEdit(this.#queue)?.opId !== held?.opId) return;
        this.#queue = withWhose(this.#queue, [[unit, whose]]);
        this.#publish();
      }),
    );
  }

  async #tellOthersSince(head: string): Promise<void> {
    const names = await this.#options.transport.othersSince(head).catch(() => []);
    this.#tell({ kind: 'joined', names });
  }

  #tellLost(lost: readonly PendingEdit[]): void {
    if (lost.length > 0) this.#tell({ kind: 'reapplied', kept: this.#queue.length, lost });
  }

  /** A queue of which nothing has been sent yet. */
  #startOver(queue: readonly Pending[]): void {
    this.#queue = queue;
    this.#sent = false;
    this.#trouble = undefined;
  }

  /** The server's document, sharing what is equal with the one on screen. */
  #adopt({ head, document, undo }: Standing): void {
    this.#confirmed = { head, undo, document: shareStructure(this.#shown(), document) };
  }

  /** With every edit that waits; unlike the state true at any time, also amid a change. */
  #shown(): Dag {
    return lastEdit(this.#queue)?.after ?? this.#confirmed.document;
  }

  #unlessRefused<T>(act: () => T): T | undefined {
    try {
      return act();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.#tell({ kind: 'refused', message: error.message, code: error.code });
      return undefined;
    }
  }

  #view(): SessionState {
    return viewOf({
      confirmed: this.#confirmed,
      queue: this.#queue,
      dropped: this.#dropped,
      drafts: this.#drafts,
      trouble: this.#trouble,
    });
  }

  #publish(): void {
    this.#state = this.#view();
    for (const listener of this.#listeners) listener();
  }

  #tell(event: SessionEvent): void {
    for (const hearer of this.#hearers) hearer(event);
  }
}

function startTimer(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}
