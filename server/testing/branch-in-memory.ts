import type { AppendRequest, Standing, Transport } from '@/components/editor/session/transport';
import { TransportError } from '@/components/editor/session/transport';
import type { AppendOutput } from '@/server/api/patch/schemas';
import type { Person } from '@/server/api/shared/schemas';
import { emptyDag, type Dag } from '@core/dag/document';
import { DomainError } from '@core/errors';
import { compare } from '@core/patch/compare';
import type { Op } from '@core/patch/ops';
import { carryOver, carryOverTo } from '@core/version/carry-over';
import { attempt } from './arbitraries';

/** One move of the branch: an edit, or one that was taken back or done again. */
interface Version {
  readonly id: string;
  readonly document: Dag;
  readonly message: string;
  readonly author: Person;
}

/** What one move did; taking it back is the same the other way round. */
interface Entry {
  readonly before: Dag;
  readonly after: Dag;
  readonly message: string;
}

export const ME: Person = { id: 'me', name: 'Ada' };
export const BEN: Person = { id: 'ben', name: 'Ben' };

export const offline = (): TransportError =>
  new TransportError('Stemma is not answering.', { retryable: true, code: 'offline' });

/**
 * A branch as the server keeps one, in memory: the core decides, as in the store, and every answer
 * is kept by its op id. With switches for what can go wrong on the way.
 */
export class BranchInMemory {
  readonly calls: AppendRequest[] = [];
  /** Thrown by the next calls, one each. */
  failures: Error[] = [];
  /** Does what it is asked, but its answer is lost, once. */
  loseAnswer = false;
  /** Answers wait for it. */
  gate: Promise<void> | undefined;
  readonly #versions: Version[];
  readonly #answers = new Map<string, unknown>();
  #undo: readonly Entry[] = [];
  #redo: readonly Entry[] = [];

  constructor(start: Dag = emptyDag()) {
    this.#versions = [{ id: 'v0', document: start, message: 'Start', author: ME }];
  }

  get #head(): Version {
    return this.#versions.at(-1)!;
  }

  document(): Dag {
    return this.#head.document;
  }

  head(): string {
    return this.#head.id;
  }

  /** Messages of the moves, oldest first. */
  log(): string[] {
    return this.#versions.slice(1).map(({ message }) => message);
  }

  /** A new copy each time, as from a wire. */
  standing(): Standing {
    const words = (entries: readonly Entry[]) => {
      const last = entries.at(-1);
      return last ? { message: last.message } : null;
    };
    const undo = { undo: words(this.#undo), redo: words(this.#redo) };
    return { head: this.head(), document: structuredClone(this.document()), undo };
  }

  /** An edit of somebody else's, for the document as it is now; nothing when the core refuses it. */
  editByAnother(ops: readonly Op[], message = 'Other', author = BEN): void {
    const after = attempt(this.document(), ops);
    if (after && compare(this.document(), after).length > 0) this.#add(after, message, author);
  }

  readonly transport: Transport = {
    append: (request) => {
      this.calls.push(structuredClone(request));
      return this.#answer(request.opId, () => this.#append(request));
    },
    undo: ({ opId }) => this.#answer(opId, () => this.#step('undo')),
    redo: ({ opId }) => this.#answer(opId, () => this.#step('redo')),
    load: () => Promise.resolve(this.standing()),
    head: () => Promise.resolve(this.head()),
    othersSince: (head) => {
      const since = this.#versions.slice(this.#versions.findIndex(({ id }) => id === head) + 1);
      const others = since.filter(({ author }) => author.id !== ME.id);
      return Promise.resolve([...new Set(others.map(({ author }) => author.name))]);
    },
    whose: () => {
      const theirs = this.#versions.findLast(({ author }) => author.id !== ME.id);
      return Promise.resolve(theirs ? { author: theirs.author, message: theirs.message } : null);
    },
  };

  async #answer<T>(opId: string, act: () => T): Promise<T> {
    await this.gate;
    const failure = this.failures.shift();
    if (failure) throw failure;
    const answer = (this.#answers.get(opId) as T | undefined) ?? this.#decide(act);
    if (!isStateless(answer)) this.#answers.set(opId, answer);
    if (this.loseAnswer) {
      this.loseAnswer = false;
      throw offline();
    }
    return structuredClone(answer);
  }

  #decide<T>(act: () => T): T {
    try {
      return act();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      throw new TransportError(error.message, { retryable: false, code: error.code });
    }
  }

  #append({ parent, ops, message = '' }: AppendRequest): AppendOutput {
    const base = this.#versions.find(({ id }) => id === parent)!.document;
    const head = this.document();
    const result = carryOver(base, ops, head);
    if (result.status === 'conflict') {
      return {
        status: 'conflict',
        head: this.head(),
        seq: this.#versions.length,
        conflicts: result.conflicts.map(({ kind, unit, base: was, head: is, incoming }) => ({
          kind,
          unit,
          ...(was !== undefined && { base: was }),
          mine: { ...(incoming !== undefined && { value: incoming }), author: ME },
          theirs: {
            ...(is !== undefined && { value: is }),
            author: this.#head.author,
            message: this.#head.message,
            seq: this.#versions.length,
          },
        })),
        changes: compare(base, head),
      };
    }
    const changes = compare(base, result.dag);
    if (result.ops.length === 0) return { status: 'unchanged', version: this.head(), changes };
    this.#undo = [...this.#undo, { before: head, after: result.dag, message }];
    this.#redo = [];
    const status = parent === this.head() ? 'committed' : 'rebased';
    this.#add(result.dag, message, ME);
    const { undo } = this.standing();
    const stored = { version: { id: this.head() }, tag: {}, undo };
    return (
      status === 'committed' ? { status, ...stored } : { status, ...stored, changes }
    ) as never;
  }

  #step(kind: 'undo' | 'redo') {
    const skipped: string[] = [];
    let stack = kind === 'undo' ? this.#undo : this.#redo;
    for (let entry = stack.at(-1); entry !== undefined; entry = stack.at(-1)) {
      const { before, after, message } = entry;
      const head = this.document();
      const result = carryOverTo({ base: after, incoming: before, head });
      if (result.status === 'conflict') throw refused(`“${message}” cannot be taken back.`);
      stack = stack.slice(0, -1);
      if (result.ops.length === 0) {
        skipped.push(message);
        continue;
      }
      const inverse = { before: head, after: result.dag, message };
      if (kind === 'undo') [this.#undo, this.#redo] = [stack, [...this.#redo, inverse]];
      else [this.#undo, this.#redo] = [[...this.#undo, inverse], stack];
      this.#add(result.dag, message, ME);
      return { ...this.standing(), message, skipped };
    }
    throw refused(`There is nothing of yours to ${kind}.`);
  }

  #add(document: Dag, message: string, author: Person): void {
    this.#versions.push({ id: `v${this.#versions.length}`, document, message, author });
  }
}

function refused(message: string): TransportError {
  return new TransportError(message, { retryable: false, code: 'undo_refused' });
}

/** Answers of which the store keeps nothing: the next call decides anew. */
function isStateless(answer: unknown): boolean {
  const { status } = answer as { status?: string };
  return status === 'conflict' || status === 'unchanged';
}
