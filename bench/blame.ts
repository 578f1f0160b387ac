import pg from 'pg';
import { inProject } from '@/server/db/transaction';
import { newId } from '@/server/db/uuid';
import { compact } from '@/server/store/compact';
import { blame as blameAtStore } from '@/server/store/lineage/blame';
import { listDivergences } from '@/server/store/lineage/divergence';
import { findMergeBase } from '@/server/store/lineage/find-merge-base';
import { listHistory } from '@/server/store/lineage/list-history';
import { saveAtStore } from './lib/edits';
import { type BenchProject, type Branch, makeBranch, makeProject, needed } from './lib/product';
import { dragOps, nodeId, sampleDag } from './lib/sample-dag';
import { interleave, Samples, timed } from './lib/stats';
import { ms, printTable, ratio } from './lib/table';
import { BlameFloor, type Touched } from './peers/blame-floor';

const SIZE = 1_000;
const EDITS = [100, 1_000, 10_000];
/** Edits between two compactions: where the unattended compactor would stop at the latest. */
const CHAIN = 64;
const ROUNDS = 40;
const TARGET_MS = 50;

/**
 * Who last changed what, at the store, after up to ten thousand edits of a document of a thousand
 * nodes; and what else is read of such a lineage. Beside the floor: the newest row for each unit
 * in a flat table that belongs to one branch alone.
 */
export async function blame(): Promise<void> {
  const owner = new pg.Pool({ connectionString: needed('DATABASE_URL'), max: 2 });
  try {
    for (const edits of EDITS) {
      const project = await makeProject();
      await oneLength({ project, owner, edits });
      await project.close();
    }
  } finally {
    await owner.end();
  }
}

interface Setting {
  readonly project: BenchProject;
  readonly owner: pg.Pool;
  readonly edits: number;
}

async function oneLength({ project, owner, edits }: Setting): Promise<void> {
  const branch = await editedBranch(project, edits);
  const floor = await BlameFloor.open(owner, await touched(project));
  // A database in use has statistics; a new one gets them within a minute.
  await owner.query('analyze');

  const { projectId } = project.scope;
  const { tagId, workflowId, head: ours, middle: theirs } = branch;
  const ref = { tagId };
  const node = `/nodes/${nodeId(7)}`;
  const read = (work: Parameters<typeof inProject<unknown>>[2]) => () =>
    inProject(project.db, project.scope, work);
  const variants: [string, () => Promise<unknown>][] = [
    ['floor: newest of each unit', () => floor.newest()],
    [
      'blame: a field',
      read((trx) => blameAtStore(trx, { projectId, ref, pointer: `${node}/name` })),
    ],
    ['blame: a node', read((trx) => blameAtStore(trx, { projectId, ref, pointer: node }))],
    [
      'blame: the whole document',
      read((trx) => blameAtStore(trx, { projectId, ref, pointer: '' })),
    ],
    ['history: 50 versions', read((trx) => listHistory(trx, { projectId, ref, limit: 50 }))],
    [
      'history of a node',
      read((trx) => listHistory(trx, { projectId, ref, pointer: node, limit: 50 })),
    ],
    ['merge base', read((trx) => findMergeBase(trx, { projectId, ours, theirs }))],
    ['ahead and behind', read((trx) => listDivergences(trx, { projectId, workflowId }))],
  ];
  const samples = variants.map(() => new Samples());
  await interleave(
    ROUNDS,
    variants.map(([, work], index) => async () => {
      await timed(samples[index] ?? new Samples(), work);
    }),
  );
  const base = samples[0]?.median ?? 1;
  const rows = samples.map(({ median, p95 }, index) => [
    variants[index]?.[0] ?? '',
    ms(median),
    ms(p95),
    ratio(median, base),
    index === 0 ? '' : median <= TARGET_MS ? 'ok' : `over ${TARGET_MS} ms`,
  ]);
  const title = `blame: ${edits.toLocaleString('en')} edits, ${SIZE} nodes (ms)`;
  printTable(title, ['', 'p50', 'p95', 'of floor', `${TARGET_MS} ms`], rows);
}

interface Edited extends Branch {
  /** The version half way. */
  readonly middle: string;
}

/** Drags and changes of every node in turn, compacted now and then. */
async function editedBranch(project: BenchProject, edits: number): Promise<Edited> {
  const branch = await makeBranch(project, sampleDag(SIZE));
  let middle = branch.head;
  for (let turn = 1; turn <= edits; turn += 1) {
    const path = `/nodes/${nodeId((turn * 7) % SIZE)}/name`;
    const ops =
      turn % 2 === 0 ? dragOps(SIZE, turn) : [{ op: 'replace', path, value: `Step ${turn}` }];
    await saveAtStore(project, branch, ops);
    if (turn % CHAIN === 0) await compactHead(project, branch);
    if (turn * 2 === edits) middle = branch.head;
  }
  return { ...branch, middle };
}

function touched({ db, scope }: BenchProject): Promise<Touched[]> {
  return inProject(db, scope, (trx) =>
    trx.selectFrom('artifact').select(['id', 'generation', 'touches']).execute(),
  );
}

async function compactHead({ db, scope }: BenchProject, branch: Branch): Promise<void> {
  await inProject(db, scope, (trx) =>
    compact(trx, { ...scope, headId: branch.head, opId: newId() }),
  );
}
