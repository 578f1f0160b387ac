import pg from 'pg';
import { inProject } from '@/server/db/transaction';
import { newId } from '@/server/db/uuid';
import { createTag } from '@/server/store/create-tag';
import { forgetVersions } from '@/server/store/head-cache';
import { commitMerge } from '@/server/store/merge/commit-merge';
import { previewMerge } from '@/server/store/merge/preview-merge';
import { saveAtStore } from './lib/edits';
import { type BenchProject, type Branch, makeBranch, makeProject, needed } from './lib/product';
import { dragOps, sampleDag } from './lib/sample-dag';
import { interleave, Samples, timed } from './lib/stats';
import { ms, printTable, ratio } from './lib/table';
import { MergeFloor } from './peers/merge-floor';
import { GitMerge } from './peers/git-merge';

const SIZES = [10, 200, 1_000];
const ROUNDS = 40;
const WARM_UP = 5;

/**
 * Merging two edits, one on each side: preview and commit at the store, with the documents in
 * memory and without, beside the least work of a three-way merge on the same database, and git.
 */
export async function merge(): Promise<void> {
  const owner = new pg.Pool({ connectionString: needed('DATABASE_URL'), max: 2 });
  const project = await makeProject();
  try {
    for (const size of SIZES) await oneSize({ size, owner, project });
  } finally {
    await project.close();
    await owner.end();
  }
}

async function oneSize(setting: { size: number; owner: pg.Pool; project: BenchProject }) {
  const { size, owner, project } = setting;
  const warm = await Fork.of(project, size);
  const cold = await Fork.of(project, size);
  const floor = await MergeFloor.open(owner, sampleDag(size));
  const git = await GitMerge.open(sampleDag(size));
  const samples = {
    'preview, documents in memory': new Samples(),
    'commit, documents in memory': new Samples(),
    'preview and commit, cold': new Samples(),
    floor: new Samples(),
    ...(git && { 'git merge': new Samples() }),
  };
  let round = 0;
  const into = (name: keyof typeof samples) =>
    (round > WARM_UP ? samples[name] : undefined) ?? new Samples();
  await interleave(WARM_UP + ROUNDS, [
    async () => {
      round += 1;
      await warm.diverge();
      const sides = await timed(into('preview, documents in memory'), () => warm.preview());
      await timed(into('commit, documents in memory'), () => warm.commit(sides));
    },
    async () => {
      await cold.diverge();
      forgetVersions();
      await timed(into('preview and commit, cold'), async () => {
        const sides = await cold.preview();
        await cold.commit(sides);
      });
    },
    () => timed(into('floor'), () => floor.merge(round)),
    async () => {
      await git?.diverge(round);
      if (git) await timed(into('git merge'), () => git.merge());
    },
  ]);
  await git?.close();
  const base = samples.floor.median;
  const rows = Object.entries(samples).map(([name, { median, p95 }]) => [
    name,
    ms(median),
    ms(p95),
    ratio(median, base, name.startsWith('commit') || name.includes('cold') ? 1.5 : undefined),
  ]);
  printTable(
    `merge: one edit on each side, ${size} nodes (ms)`,
    ['', 'p50', 'p95', 'of floor'],
    rows,
  );
}

/** A branch and another one made from it, on which both sides go on. */
class Fork {
  readonly #project: BenchProject;
  readonly #main: Branch;
  readonly #side: Branch;
  readonly #size: number;
  #turn = 0;

  private constructor(on: { project: BenchProject; main: Branch; side: Branch; size: number }) {
    this.#project = on.project;
    this.#main = on.main;
    this.#side = on.side;
    this.#size = on.size;
  }

  static async of(project: BenchProject, size: number): Promise<Fork> {
    const main = await makeBranch(project, sampleDag(size));
    const { db, scope } = project;
    const side = await inProject(db, scope, (trx) =>
      createTag(trx, {
        ...scope,
        workflowId: main.workflowId,
        name: 'side',
        versionId: main.head,
        opId: newId(),
      }),
    );
    return new Fork({ project, main, side: { ...main, tagId: side.id }, size });
  }

  /** One edit on each side, of nodes apart. */
  async diverge(): Promise<void> {
    this.#turn += 1;
    await saveAtStore(this.#project, this.#main, dragOps(this.#size, 2 * this.#turn));
    await saveAtStore(this.#project, this.#side, dragOps(this.#size, 2 * this.#turn + 1));
  }

  async preview(): Promise<{ ours: string; theirs: string }> {
    const { db, scope } = this.#project;
    const { ours, theirs, open } = await inProject(db, scope, (trx) =>
      previewMerge(trx, {
        projectId: scope.projectId,
        ref: { tagId: this.#main.tagId },
        from: { fromTagId: this.#side.tagId },
        resolutions: [],
      }),
    );
    if (open.length > 0) throw new Error('Edits of nodes apart do not conflict.');
    return { ours: ours.version.id, theirs: theirs.version.id };
  }

  async commit(sides: { ours: string; theirs: string }): Promise<void> {
    const { db, scope } = this.#project;
    const merged = await inProject(db, scope, (trx) =>
      commitMerge(trx, {
        ...scope,
        ref: { tagId: this.#main.tagId },
        ...sides,
        fromTagId: this.#side.tagId,
        resolutions: [],
        opId: newId(),
      }),
    );
    this.#main.head = merged.version.id;
  }
}
