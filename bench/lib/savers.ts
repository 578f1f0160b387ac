import { newId } from '@/server/db/uuid';
import type { FloorAnswer } from '../peers/floor';
import { type Server, startServer } from './child';
import { JsonClient } from './json-client';
import type { BenchProject, Branch } from './product';
import { dragOps } from './sample-dag';
import { Samples, timed } from './stats';
import { ms } from './table';

const CONCURRENT_MS = 4_000;

/** The product as users run it. */
export function startProduct(): Promise<Server> {
  const next = 'node_modules/next/dist/bin/next';
  return startServer((port) => [next, 'start', '-H', '127.0.0.1', '-p', String(port)]);
}

export function startFloor(): Promise<Server> {
  return startServer(() => ['--import', 'tsx', 'bench/peers/floor-server.ts']);
}

/** Rate, median and 95th percentile, as cells of a table. */
export function figures(result: Looped): string[] {
  return [result.perSecond.toFixed(0), ms(result.samples.median), ms(result.samples.p95)];
}

export interface Saver {
  save(): Promise<void>;
  close(): void;
}

export interface Looped {
  readonly samples: Samples;
  readonly perSecond: number;
  readonly fewest: number;
  readonly most: number;
}

/** All of them at once, each as fast as it is answered, for a few seconds. */
export async function loop(savers: readonly Saver[]): Promise<Looped> {
  const samples = new Samples();
  const start = performance.now();
  const counts = await Promise.all(
    savers.map(async (saver) => {
      let count = 0;
      for (; performance.now() - start < CONCURRENT_MS; count += 1)
        await timed(samples, () => saver.save());
      saver.close();
      return count;
    }),
  );
  const seconds = (performance.now() - start) / 1_000;
  return {
    samples,
    perSecond: samples.count / seconds,
    fewest: Math.min(...counts),
    most: Math.max(...counts),
  };
}

type Answer =
  | { status: 'committed' | 'rebased'; version: { id: string } }
  | { status: 'unchanged' }
  | { status: 'conflict'; head: string };

/** Of several people on one branch the one who drags every n-th node. */
export interface Lane {
  readonly index: number;
  readonly of: number;
}

/** Somebody who edits a branch of the product over HTTP. */
export class ProductClient implements Saver {
  readonly #client: JsonClient;
  readonly #size: number;
  readonly #branch: Branch;
  readonly #lane: Lane;
  #turn = 0;

  constructor(
    project: BenchProject,
    server: Server,
    on: { size: number; branch: Branch; lane?: Lane },
  ) {
    this.#client = new JsonClient(server.url, { authorization: `Bearer ${project.token}` });
    this.#size = on.size;
    this.#branch = on.branch;
    this.#lane = on.lane ?? { index: 0, of: 1 };
  }

  async save(): Promise<void> {
    this.#turn += 1;
    const { tagId } = this.#branch;
    const ops = dragOps(this.#size, this.#turn * this.#lane.of + this.#lane.index);
    for (;;) {
      const body = { tagId, parent: this.#branch.head, ops, opId: newId() };
      const { result } = await this.#client.post<{ result: { data: Answer } }>(
        '/api/trpc/patch.append',
        body,
      );
      const answer = result.data;
      if ('version' in answer) this.#branch.head = answer.version.id;
      if (answer.status !== 'conflict') return;
      this.#branch.head = answer.head;
    }
  }

  close(): void {
    this.#client.close();
  }
}

/** The same at the floor. */
export class FloorClient implements Saver {
  readonly #client: JsonClient;
  readonly #size: number;
  readonly #tag: number;
  #head = '0';
  #turn = 0;

  constructor(server: Server, on: { size: number; tag: number }) {
    this.#client = new JsonClient(server.url);
    this.#size = on.size;
    this.#tag = on.tag;
  }

  async save(): Promise<void> {
    this.#turn += 1;
    const ops = dragOps(this.#size, this.#turn);
    for (let saved = false; !saved;) {
      const body = { tag: this.#tag, parent: this.#head, ops };
      const answer = await this.#client.post<FloorAnswer>('/', body);
      this.#head = answer.head;
      saved = answer.saved;
    }
  }

  close(): void {
    this.#client.close();
  }
}
