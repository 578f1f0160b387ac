import { setTimeout as sleep } from 'node:timers/promises';
import type { Op } from '@core/patch/ops';
import { newId } from '../../db/uuid';
import type { Calls } from './calls';
import type { Answer, Seen, Verb } from './operation';
import type { Recorder } from './recorder';

export interface ClientOptions {
  readonly name: string;
  readonly calls: Calls;
  readonly recorder: Recorder;
  readonly branches: readonly string[];
  /** A node that this client mostly edits; the others edit theirs. */
  readonly node: string;
  /** Between two attempts of one call, in milliseconds. */
  readonly pause: number;
  readonly signal: AbortSignal;
}

/**
 * Somebody at work: edits, undoes, redoes and looks, on what they last saw of a branch, which may
 * be long past. A call whose answer is lost is made again with its op_id until it is answered; now
 * and then also one that was.
 */
export async function work(options: ClientOptions): Promise<void> {
  const client = new Client(options);
  while (!options.signal.aborted) await client.act();
}

/** The same for an admin, who points branches at compactions of their heads, and resets some. */
export async function administer(options: ClientOptions): Promise<void> {
  const client = new Client(options);
  while (!options.signal.aborted) await client.administer();
}

/** The same for somebody who only reads. */
export async function watch(options: ClientOptions): Promise<void> {
  const client = new Client(options);
  while (!options.signal.aborted) await client.look();
}

class Client {
  readonly #options: ClientOptions;
  /** By branch, the version that this client takes for its head. */
  readonly #known = new Map<string, string>();
  /** By branch, versions it has stood at. */
  readonly #past = new Map<string, readonly string[]>();
  #edits = 0;
  /** Where this client edited last. */
  #own: string | undefined;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  async act(): Promise<void> {
    const branch = oneOf(this.#options.branches);
    const dice = Math.random();
    if (dice < 0.56) await this.#edit(branch);
    else if (dice < 0.66) await this.#step('undo', this.#own ?? branch);
    else if (dice < 0.72) await this.#step('redo', this.#own ?? branch);
    else if (dice < 0.78) await this.#merge(branch);
    else if (dice < 0.81) await this.#return('restore', branch);
    else await this.look(branch);
  }

  async look(branch = oneOf(this.#options.branches)): Promise<void> {
    const { calls } = this.#options;
    await this.#see(branch, Math.random() < 0.5 ? calls.head : calls.moves);
  }

  async administer(): Promise<void> {
    const branch = oneOf(this.#options.branches);
    await (Math.random() < 0.2 ? this.#return('reset', branch) : this.#compact(branch));
  }

  async #compact(branch: string): Promise<void> {
    const { calls } = this.#options;
    const head = await this.#see(branch, calls.head);
    if (head === undefined) return;
    await this.#insist('compact', branch, (opId) => calls.compact({ branch, head, opId }));
  }

  async #edit(branch: string): Promise<void> {
    const { calls } = this.#options;
    const parent = this.#known.get(branch) ?? (await this.#see(branch, calls.head));
    if (parent === undefined) return;
    this.#own = branch;
    const ops = this.#ops();
    await this.#insist('append', branch, (opId) => calls.append({ branch, parent, ops, opId }));
  }

  #step(verb: 'undo' | 'redo', branch: string): Promise<void> {
    const { calls } = this.#options;
    return this.#insist(verb, branch, (opId) => calls[verb]({ branch, opId }));
  }

  async #merge(branch: string): Promise<void> {
    const { calls, branches } = this.#options;
    const from = oneOf(branches.filter((other) => other !== branch));
    const theirs = await this.#see(from, calls.head);
    const ours = await this.#see(branch, calls.head);
    if (ours === undefined || theirs === undefined) return;
    const sides = { ours, theirs, ...(Math.random() < 0.5 && { fromTagId: from }) };
    await this.#insist('merge', branch, (opId) => calls.merge({ branch, ...sides, opId }));
  }

  async #return(verb: 'restore' | 'reset', branch: string): Promise<void> {
    const { calls } = this.#options;
    const head = await this.#see(branch, calls.moves);
    const past = this.#past.get(branch) ?? [];
    if (head === undefined || past.length < 2) return;
    const versionId = oneOf(past);
    await this.#insist(verb, branch, (opId) => calls[verb]({ branch, head, versionId, opId }));
  }

  /** Mostly their own node's place, which disturbs nobody; else a value that everybody writes. */
  #ops(): Op[] {
    const { name, node } = this.#options;
    this.#edits += 1;
    const dice = Math.random();
    if (dice < 0.6) {
      const value = { x: this.#edits, y: 0 };
      return [{ op: 'replace', path: `/nodes/${node}/position`, value }];
    }
    if (dice < 0.9) {
      return [{ op: 'replace', path: '/nodes/node_0/name', value: `${name} ${this.#edits}` }];
    }
    const value = { source: node, target: `node_${Math.floor(Math.random() * 10)}` };
    return [{ op: 'add', path: `/edges/${name}_${this.#edits}`, value }];
  }

  async #insist(
    verb: Verb,
    branch: string,
    call: (opId: string) => Promise<Answer>,
  ): Promise<void> {
    const { recorder, name, pause, signal } = this.#options;
    const opId = newId();
    const about = { client: name, branch, verb, opId };
    let answer = await recorder.write(about, () => call(opId));
    while (answer.status === 'lost' && !signal.aborted) {
      await sleep(pause);
      answer = await recorder.write(about, () => call(opId));
    }
    if (answer.status !== 'stored') {
      this.#known.delete(branch);
      return;
    }
    this.#known.set(branch, answer.version);
    if (Math.random() < 0.05) await recorder.write(about, () => call(opId));
  }

  /** Looks at the branch and takes what it sees for the head. */
  async #see(
    branch: string,
    look: (branch: string) => Promise<readonly Seen[]>,
  ): Promise<string | undefined> {
    const { recorder, name, pause } = this.#options;
    const seen = await recorder.read({ client: name, branch }, () => look(branch));
    const head = seen?.at(-1);
    if (seen === undefined || head === undefined) {
      await sleep(pause);
      return undefined;
    }
    this.#known.set(branch, head.version);
    if (seen.length > 1)
      this.#past.set(
        branch,
        seen.map(({ version }) => version),
      );
    return head.version;
  }
}

function oneOf<T>(items: readonly T[]): T {
  return items[Math.floor(Math.random() * items.length)]!;
}
