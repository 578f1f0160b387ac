import { sql } from 'kysely';
import pg from 'pg';
import { inProject } from '@/server/db/transaction';
import { newId } from '@/server/db/uuid';
import { createTag } from '@/server/store/create-tag';
import { Compactor } from '@/server/worker/compaction/compactor';
import { draggedBranch, saveAtStore } from './lib/edits';
import { makeFloorSnapshot, openCold } from './lib/opening';
import { type BenchProject, type Branch, makeProject, needed } from './lib/product';
import { dragOps, sampleDag } from './lib/sample-dag';
import { interleave, Samples, timed } from './lib/stats';
import { ms, printTable, ratio } from './lib/table';

const SIZES = [10, 200, 1_000];
const EDITS = 10_000;
/** Edits between two rounds of the compactor: somebody who edits six times a second. */
const EDITS_A_ROUND = 20;
const FEW = 20;
/** As far from its base as a head gets before it is compacted. */
const FARTHEST = 63;
const ROUNDS = 60;

interface Setting {
  readonly project: BenchProject;
  readonly owner: pg.Pool;
  readonly size: number;
}

/**
 * Opening the end of a branch with a cold cache after ten thousand edits with automatic compaction,
 * beside a branch of a few edits and the floor. And what those edits take on disk.
 */
export async function coldOpen(): Promise<void> {
  const owner = new pg.Pool({ connectionString: needed('DATABASE_URL'), max: 2 });
  const kept: string[][] = [];
  for (const size of SIZES) {
    const project = await makeProject();
    kept.push(await oneSize({ project, owner, size }));
    await project.close();
  }
  await owner.end();
  printTable(
    `cold-open: ${number(EDITS)} edits, and the compactor after every ${EDITS_A_ROUND}`,
    ['nodes', 'seconds', 'compactions', 'inside an edit', 'longest chain', 'disk an edit'],
    kept,
  );
}

async function oneSize(setting: Setting): Promise<string[]> {
  const { project, owner, size } = setting;
  const openFloor = await makeFloorSnapshot(owner, sampleDag(size));
  const few = await draggedBranch(project, sampleDag(size), FEW);
  const { branch, figures } = await editedLong(setting);
  await dragOn(setting, branch, FEW);
  const near = await branchAt(setting, branch);
  await dragOn(setting, branch, FARTHEST - FEW);

  // A database in use has statistics; a new one gets them within a minute.
  await owner.query('analyze');
  const variants: [string, () => Promise<unknown>][] = [
    ['floor: snapshot', openFloor],
    [`${FEW} edits`, () => openCold(project, few)],
    [`${number(EDITS)} edits, ${FEW} since the last compaction`, () => openCold(project, near)],
    [`${number(EDITS)} edits, ${FARTHEST} since then`, () => openCold(project, branch)],
  ];
  const samples = variants.map(() => new Samples());
  const turns = variants.map(([, open], index) => async () => {
    await timed(samples[index] ?? new Samples(), open);
  });
  await interleave(ROUNDS, turns);

  const [floor = 1, itself = 1] = samples.map(({ median }) => median);
  const rows = samples.map(({ median, p95 }, index) => [
    variants[index]?.[0] ?? '',
    ms(median),
    ms(p95),
    ratio(median, floor, index > 0 && size >= 1_000 ? 2 : undefined),
    ratio(median, itself, index === 2 ? 1.1 : undefined),
  ]);
  const header = ['', 'p50', 'p95', 'of floor', `of ${FEW} edits`];
  printTable(`cold-open: ${size} nodes (ms)`, header, rows);
  return figures;
}

/** Ten thousand edits that end with a round of the compactor, and what they left behind. */
async function editedLong(setting: Setting): Promise<{ branch: Branch; figures: string[] }> {
  const { project, owner, size } = setting;
  const branch = await draggedBranch(project, sampleDag(size), 0);
  const compactor = new Compactor(project.db);
  const { signal } = new AbortController();
  const before = await diskBytes(owner);
  const start = performance.now();
  for (let done = 0; done < EDITS; done += EDITS_A_ROUND) {
    await dragOn(setting, branch, EDITS_A_ROUND);
    await compactor.round(signal);
  }
  const seconds = (performance.now() - start) / 1_000;
  const bytes = ((await diskBytes(owner)) - before) / EDITS;
  const { compactions, audited, longest } = await chainFigures(project);
  const figures = [size, Math.round(seconds), compactions, compactions - audited, longest];
  const target = bytes <= 6 * 1_024 ? 'ok' : 'over 6 KB';
  return {
    branch,
    figures: [...figures.map(String), `${(bytes / 1_024).toFixed(2)} KB ${target}`],
  };
}

let turn = 0;

async function dragOn({ project, size }: Setting, branch: Branch, edits: number): Promise<void> {
  for (let n = 0; n < edits; n += 1) {
    turn += 1;
    await saveAtStore(project, branch, dragOps(size, turn));
  }
}

/** Another branch of the workflow that stays where this one is. */
async function branchAt({ project }: Setting, branch: Branch): Promise<{ tagId: string }> {
  const { db, scope } = project;
  const { workflowId, head: versionId } = branch;
  const tag = await inProject(db, scope, (trx) =>
    createTag(trx, { ...scope, workflowId, versionId, name: 'near', opId: newId() }),
  );
  return { tagId: tag.id };
}

/** Everything that edits and compactions grow, with its indexes. */
async function diskBytes(owner: pg.Pool): Promise<number> {
  const { rows } = await owner.query<{ bytes: number }>(
    `select sum(pg_total_relation_size(name))::float8 as bytes from unnest(array[
       'cas_blob', 'artifact', 'patch_chain_member', 'tag', 'tag_move', 'audit']::regclass[]) name`,
  );
  return rows[0]?.bytes ?? 0;
}

/** A compaction without an audit row was made inside an edit. */
async function chainFigures({ db, scope }: BenchProject) {
  const { rows } = await inProject(db, scope, (trx) =>
    sql<{ compactions: number; audited: number; longest: number }>`
      select count(*) filter (where compacted_from_id is not null)::int as compactions,
        (select count(*)::int from audit where action = 'compaction.compact') as audited,
        max(depth) as longest
      from artifact`.execute(trx),
  );
  return rows[0] ?? { compactions: 0, audited: 0, longest: 0 };
}

function number(value: number): string {
  return value.toLocaleString('en');
}
