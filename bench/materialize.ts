import pg from 'pg';
import { inProject } from '@/server/db/transaction';
import { newId } from '@/server/db/uuid';
import { compact } from '@/server/store/compact';
import { draggedBranch } from './lib/edits';
import { makeFloorSnapshot, openCold, openWarm } from './lib/opening';
import { type BenchProject, makeProject, needed } from './lib/product';
import { sampleDag } from './lib/sample-dag';
import { interleave, Samples, timed } from './lib/stats';
import { ms, printTable, ratio } from './lib/table';

const SIZES = [10, 1_000];
const DEPTHS = [0, 20, 64, 127];
const ROUNDS = 60;

/**
 * Opening the end of a branch at the store: cold at several depths, after a compaction, and from the
 * cache, beside the floor: one statement that reads a snapshot's bytes, and JSON.parse.
 */
export async function materialize(): Promise<void> {
  const project = await makeProject();
  const owner = new pg.Pool({ connectionString: needed('DATABASE_URL'), max: 2 });
  try {
    for (const size of SIZES) await oneSize(project, owner, size);
  } finally {
    await project.close();
    await owner.end();
  }
}

async function oneSize(project: BenchProject, owner: pg.Pool, size: number): Promise<void> {
  const document = sampleDag(size);
  const openFloor = await makeFloorSnapshot(owner, document);

  const variants: [string, () => Promise<unknown>][] = [['floor: snapshot', openFloor]];
  for (const depth of DEPTHS) {
    const branch = await draggedBranch(project, document, depth);
    variants.push([`cold, depth ${depth}`, () => openCold(project, branch)]);
  }
  const compacted = await draggedBranch(project, document, 64);
  await inProject(project.db, project.scope, (trx) =>
    compact(trx, { ...project.scope, headId: compacted.head, opId: newId() }),
  );
  variants.push(['cold, depth 64 compacted', () => openCold(project, compacted)]);
  variants.push(['cached, depth 64', () => openWarm(project, compacted)]);

  // A database in use has statistics; a new one gets them within a minute.
  await owner.query('analyze');
  const samples = new Map(variants.map(([name]) => [name, new Samples()]));
  await interleave(
    ROUNDS,
    variants.map(
      ([name, open]) =>
        async () =>
          void (await timed(samples.get(name) ?? new Samples(), open)),
    ),
  );
  const base = samples.get('floor: snapshot')?.median ?? 1;
  const rows = [...samples].map(([name, { median, p95 }]) => [
    name,
    ms(median),
    ms(p95),
    ratio(median, base),
  ]);
  printTable(`materialize: ${size} nodes (ms)`, ['', 'p50', 'p95', 'of floor'], rows);
}
