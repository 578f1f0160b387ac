import { afterEach, beforeEach, expect, test } from 'vitest';
import { digestDag } from '@core/dag/digest';
import { AUTOMATIC_DEPTH } from '@core/version/compaction-rule';
import { closeDatabase, type Database, openDatabase } from '../../db/database';
import { STRESS } from '../../testing/arbitraries';
import { createStoreWorld, type StoreWorld } from '../../testing/store-world';
import { getVersion } from '../../store/get-version';
import { forgetVersions } from '../../store/head-cache';
import { redo, undo } from '../../store/undo';
import { Compactor } from './compactor';

const EDITS = 160 * STRESS;
/** Edits after which an editor waits for the compactors to have come round: what arrives meanwhile. */
const BURST = 20;

let world: StoreWorld;
let db: Database;
beforeEach(async () => {
  world = await createStoreWorld();
  db = openDatabase({ url: world.database.appUrl, max: 4 });
});
afterEach(async () => {
  await closeDatabase(db);
  await world.close();
});

/** Two compactors that go round and round until everybody has ended. */
async function besideCompactors(everybody: (rounds: Rounds) => Promise<unknown>[]): Promise<void> {
  const ending = new AbortController();
  const rounds = new Rounds();
  const compacting = [0, 1].map(async () => {
    const compactor = new Compactor(db);
    while (!ending.signal.aborted) {
      await compactor.round(ending.signal);
      rounds.end();
    }
  });
  try {
    await Promise.all(everybody(rounds));
  } finally {
    ending.abort();
    await Promise.all(compacting);
  }
}

class Rounds {
  #ended = 0;
  #waiting: { until: number; resolve: () => void }[] = [];

  end(): void {
    this.#ended += 1;
    const over = this.#waiting.filter(({ until }) => until <= this.#ended);
    this.#waiting = this.#waiting.filter(({ until }) => until > this.#ended);
    for (const { resolve } of over) resolve();
  }

  /** Resolves when a round that began later than now has ended. */
  next(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push({ until: this.#ended + 4, resolve });
    });
  }
}

interface Line {
  readonly tagId: string;
  /** Versions that were acknowledged, oldest first; the first is where the branch began. */
  readonly acked: string[];
}

async function edit({ tagId, acked }: Line): Promise<void> {
  acked.push((await world.project.commit({ tagId, parent: acked.at(-1)! })).version.id);
}

async function editAll(line: Line, edits: number, rounds: Rounds): Promise<void> {
  for (let n = 1; n <= edits; n += 1) {
    await edit(line);
    if (n % BURST === 0) await rounds.next();
  }
}

/** A branch of each tenth version, with a few edits of its own. */
async function forkAll(source: Line & { workflowId: string }, rounds: Rounds): Promise<Line[]> {
  const forks: Line[] = [];
  for (let n = 0; n < EDITS / 16; n += 1) {
    const from = source.acked[Math.min(n * 10, source.acked.length - 1)]!;
    const tag = await world.project.branch(source.workflowId, from, `fork ${n}`);
    forks.push({ tagId: tag.id, acked: [from] });
    await editAll(forks.at(-1)!, 5, rounds);
    if (n % 4 === 0) await rounds.next();
  }
  return forks;
}

async function expectNothingLost(lines: readonly Line[]): Promise<void> {
  for (const { tagId, acked } of lines) {
    const moves = await world.sql<{ kind: string; from: string; to: string }>(
      `select kind, from_id as from, to_id as to from tag_move where tag_id = $1 order by seq`,
      [tagId],
    );
    expect(moves).toEqual([
      { kind: 'create', from: null, to: acked[0] },
      ...acked.slice(1).map((to, n) => ({ kind: 'edit', from: acked[n], to })),
    ]);
  }
  const edges = lines.flatMap(({ acked }) =>
    acked.slice(1).map((id, n) => ({ id, parent: acked[n] })),
  );
  const stored = await world.sql<{ id: string; parent: string }>(
    `select id, parent_id as parent from artifact where kind = 'patch_set'`,
  );
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  expect(stored.sort(byId)).toEqual(edges.sort(byId));
}

/** Every version gives its recorded hash, read from stored bytes alone. */
async function expectAllReplay(ids: Iterable<string>): Promise<void> {
  const { projectId, userId } = world.project.by({});
  for (const versionId of ids) {
    forgetVersions();
    const { document, version } = await world.project.run((trx) =>
      getVersion(trx, { projectId, userId, versionId }),
    );
    expect(digestDag(document).versionHash).toBe(version.versionHash);
  }
}

/** Compactions equal their heads, are made once, and by the compactors: none inside an edit. */
async function expectSoundCompactions(atLeast: number): Promise<void> {
  const rows = await world.sql<{ head: string; equal: boolean; audited: number }>(
    `select v.compacted_from_id as head, v.version_hash = h.version_hash as equal,
       (select count(*)::int from audit a where a.subject_id = v.id) as audited
     from artifact v join artifact h on h.id = v.compacted_from_id`,
  );
  expect(rows.length).toBeGreaterThanOrEqual(atLeast);
  expect(new Set(rows.map(({ head }) => head)).size).toBe(rows.length);
  expect(rows.filter(({ equal, audited }) => !equal || audited !== 1)).toEqual([]);
}

test('[C3] editors and forks beside two compactors: all is kept, no branch moved, chains stay short', async () => {
  const sources = await Promise.all(
    [0, 1, 2].map(async () => {
      const { workflowId, tagId, versionId } = await world.project.workflow();
      return { workflowId, tagId, acked: [versionId] };
    }),
  );
  const lines: Line[] = [...sources];
  await besideCompactors((rounds) => [
    ...sources.map((line) => editAll(line, EDITS, rounds)),
    forkAll(sources[0]!, rounds).then((forks) => lines.push(...forks)),
  ]);

  await expectNothingLost(lines);
  await expectSoundCompactions(sources.length * Math.floor(EDITS / (AUTOMATIC_DEPTH + 3 * BURST)));
  const [deepest] = await world.sql<{ depth: number }>('select max(depth) as depth from artifact');
  expect(deepest!.depth).toBeLessThanOrEqual(AUTOMATIC_DEPTH + 3 * BURST);
  const [links] = await world.sql<{ n: number }>('select max(seq) as n from patch_chain_member');
  expect(links!.n).toBe(deepest!.depth);
  await expectAllReplay(new Set(lines.flatMap(({ acked }) => acked)));
});

test('[C1][T2] undo and redo cross compactions: the same versions come back', async () => {
  const { tagId, versionId } = await world.project.workflow();
  const line: Line = { tagId, acked: [versionId] };
  const step = async (way: typeof undo) =>
    (await world.project.run((trx) => way(trx, world.project.by({ ref: { tagId } })))).version.id;
  const walked: string[] = [];
  const expected: string[] = [];
  await besideCompactors((rounds) => [
    (async () => {
      await editAll(line, 60, rounds);
      const back = line.acked.slice(-31, -1).reverse();
      const forth = line.acked.slice(-30);
      for (let turn = 0; turn < 2; turn += 1) {
        for (let n = 1; n <= 30; n += 1) {
          walked.push(await step(undo));
          if (n % 10 === 0) await rounds.next();
        }
        for (let n = 0; n < 30; n += 1) walked.push(await step(redo));
        expected.push(...back, ...forth);
      }
    })(),
  ]);

  expect(walked).toEqual(expected);
  await expectSoundCompactions(4);
  await expectAllReplay(line.acked);
  const kinds = await world.sql<{ kind: string; n: number }>(
    'select kind, count(*)::int as n from tag_move where tag_id = $1 group by 1 order by 1',
    [tagId],
  );
  expect(kinds).toEqual([
    { kind: 'create', n: 1 },
    { kind: 'edit', n: 60 },
    { kind: 'redo', n: 60 },
    { kind: 'undo', n: 60 },
  ]);
});
