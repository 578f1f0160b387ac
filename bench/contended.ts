import pg from 'pg';
import { inProject } from '@/server/db/transaction';
import { newId } from '@/server/db/uuid';
import { appendPatch } from '@/server/store/append-patch';
import { type BenchProject, type Branch, makeBranch, makeProject, needed } from './lib/product';
import { dragOps, sampleDag } from './lib/sample-dag';
import {
  figures,
  FloorClient,
  type Lane,
  loop,
  type Looped,
  ProductClient,
  type Saver,
  startFloor,
  startProduct,
} from './lib/savers';
import { ms, printTable } from './lib/table';
import { FLOOR_SCHEMA, floorHead, saveAtFloor } from './peers/floor';

const SIZE = 1_000;
const WRITERS = 8;
const FLOOR_TAG = 40;

/**
 * Eight people on one branch, each dragging nodes of their own from the head that they saw last. The
 * product carries late edits over in turn; the floor only compares and swaps, so there who is late
 * tries again. Shares are against the floor on the same way, HTTP or none.
 */
export async function contended(): Promise<void> {
  const owner = new pg.Pool({ connectionString: needed('DATABASE_URL'), max: 16 });
  await owner.query(FLOOR_SCHEMA);
  const project = await makeProject();
  const servers = await Promise.all([startProduct(), startFloor()]);
  const [product, floor] = servers;
  try {
    const onBranch = async (make: (branch: Branch, lane: Lane) => Saver) => {
      const branch = await makeBranch(project, sampleDag(SIZE));
      return loop(lanes().map((lane) => make({ ...branch }, lane)));
    };
    const overHttp = (branch: Branch, lane: Lane) =>
      new ProductClient(project, product, { size: SIZE, branch, lane });
    // Once for nothing: servers that have just started are slow.
    await onBranch(overHttp);
    const http = await onBranch(overHttp);
    const floorHttp = await loop(
      lanes().map(() => new FloorClient(floor, { size: SIZE, tag: FLOOR_TAG })),
    );
    const store = await onBranch((branch, lane) => new StoreWriter(project, branch, lane));
    const statement = await loop(lanes().map(() => new StatementWriter(owner)));
    print([
      row('product, HTTP', http, floorHttp),
      row('floor, HTTP', floorHttp, floorHttp),
      row('product, store', store, statement),
      row('floor, statement', statement, statement),
    ]);
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    await project.close();
    await owner.end();
  }
}

function lanes(): Lane[] {
  return Array.from({ length: WRITERS }, (_, index) => ({ index, of: WRITERS }));
}

function row(name: string, result: Looped, least: Looped): string[] {
  return [
    name,
    ...figures(result),
    ms(result.samples.longest),
    String(result.fewest),
    String(result.most),
    `${(result.perSecond / least.perSecond).toFixed(2)}x`,
  ];
}

function print(rows: string[][]): void {
  const header = [
    '',
    'edits/s',
    'p50',
    'p95',
    'longest wait',
    'fewest by one',
    'most',
    'of its floor (target 0.3x)',
  ];
  printTable(`contended: ${WRITERS} writers on one branch, ${SIZE} nodes (ms)`, header, rows);
}

/** Somebody who edits at the store, in this process. */
class StoreWriter implements Saver {
  readonly #project: BenchProject;
  readonly #branch: Branch;
  readonly #lane: Lane;
  #turn = 0;

  constructor(project: BenchProject, branch: Branch, lane: Lane) {
    this.#project = project;
    this.#branch = branch;
    this.#lane = lane;
  }

  async save(): Promise<void> {
    this.#turn += 1;
    const { db, scope } = this.#project;
    const ops = dragOps(SIZE, this.#turn * this.#lane.of + this.#lane.index);
    const { tagId, head: parent } = this.#branch;
    const result = await inProject(db, scope, (trx) =>
      appendPatch(trx, { ...scope, ref: { tagId }, parent, ops, opId: newId() }),
    );
    if (result.status !== 'committed' && result.status !== 'rebased') {
      throw new Error(`An edit of somebody's own node was answered ${result.status}.`);
    }
    this.#branch.head = result.version.id;
  }

  close(): void {}
}

/** The floor's statement on a connection of its own, tried again until it hits. */
class StatementWriter implements Saver {
  readonly #pool: pg.Pool;
  #turn = 0;
  #head = '0';

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  async save(): Promise<void> {
    this.#turn += 1;
    const ops = dragOps(SIZE, this.#turn);
    const tag = FLOOR_TAG + 1;
    if (this.#turn === 1) this.#head = await floorHead(this.#pool, tag);
    for (let saved = false; !saved;) {
      const answer = await saveAtFloor(this.#pool, { tag, parent: this.#head, ops });
      this.#head = answer.head;
      saved = answer.saved;
    }
  }

  close(): void {}
}
