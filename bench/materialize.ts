import pg from 'pg';
import type { Dag } from '@core/dag/document';
import { inProject } from '@/server/db/transaction';
import { newId } from '@/server/db/uuid';
import { appendPatch } from '@/server/store/append-patch';
import { compact } from '@/server/store/compact';
import { getBranch } from '@/server/store/get-version';
import { forgetVersions } from '@/server/store/head-cache';
import { type BenchProject, type Branch, makeBranch, makeProject, needed } from './lib/product';
import { dragOps, sampleDag } from './lib/sample-dag';
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
  await owner.query('create table if not exists floor_snapshot (id int primary key, bytes bytea)');
  await owner.query('insert into floor_snapshot values ($1, $2) on conflict do nothing', [
    size,
    Buffer.from(JSON.stringify(document)),
  ]);

  const variants: [string, () => Promise<unknown>][] = [
    ['floor: snapshot', () => openFloor(owner, size)],
  ];
  for (const depth of DEPTHS) {
    const branch = await deepBranch(project, document, depth);
    variants.push([`cold, depth ${depth}`, () => openCold(project, branch)]);
  }
  const compacted = await deepBranch(project, document, 64);
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

async function openFloor(owner: pg.Pool, size: number): Promise<Dag> {
  const { rows } = await owner.query<{ bytes: Buffer }>({
    name: 'floor_snapshot',
    text: 'select bytes from floor_snapshot where id = $1',
    values: [size],
  });
  return JSON.parse(rows[0]?.bytes.toString('utf8') ?? '{}') as Dag;
}

function openCold(project: BenchProject, branch: Branch): Promise<unknown> {
  forgetVersions();
  return openWarm(project, branch);
}

function openWarm({ db, scope }: BenchProject, branch: Branch): Promise<unknown> {
  return inProject(db, scope, (trx) => getBranch(trx, { ...scope, tagId: branch.tagId }));
}

async function deepBranch(project: BenchProject, document: Dag, depth: number): Promise<Branch> {
  const { db, scope } = project;
  const branch = await makeBranch(project, document);
  const size = Object.keys(document.nodes).length;
  for (let turn = 1; turn <= depth; turn += 1) {
    const result = await inProject(db, scope, (trx) =>
      appendPatch(trx, {
        ...scope,
        ref: { tagId: branch.tagId },
        parent: branch.head,
        ops: dragOps(size, turn),
        opId: newId(),
      }),
    );
    if (result.status === 'committed') branch.head = result.version.id;
  }
  return branch;
}
