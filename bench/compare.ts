import { compare as compareDags } from '@core/patch/compare';
import { comparisonOf } from '@core/version/comparison';
import type { Dag } from '@core/dag/document';
import { inProject } from '@/server/db/transaction';
import { compareVersions } from '@/server/store/compare-versions';
import { forgetVersions } from '@/server/store/head-cache';
import { type BenchProject, makeBranch, makeProject } from './lib/product';
import { nodeId, sampleDag } from './lib/sample-dag';
import { interleave, Samples, timed } from './lib/stats';
import { ms, printTable, ratio } from './lib/table';
import { GitDiff } from './peers/git-diff';

const SIZES = [10, 200, 1_000];
const ROUNDS = 60;
const TARGET_MS = 10;

/**
 * Comparing two versions that share nothing, with a tenth of the nodes renamed, moved or gone: in
 * the core, and at the store with the documents in memory and without. Beside the floor, which only
 * tells which entries differ, and git.
 */
export async function compare(): Promise<void> {
  const project = await makeProject();
  try {
    for (const size of SIZES) await oneSize(project, size);
  } finally {
    await project.close();
  }
}

async function oneSize(project: BenchProject, size: number): Promise<void> {
  const [was, is] = [sampleDag(size), changed(sampleDag(size))];
  const [before, after] = [await version(project, was), await version(project, is)];
  const git = await GitDiff.open(was, is);
  const { projectId } = project.scope;
  const atStore = () =>
    inProject(project.db, project.scope, (trx) =>
      compareVersions(trx, { projectId, before, after, layout: true }),
    );
  const variants: [string, () => unknown][] = [
    ['floor: which entries differ', () => differing(was, is)],
    ['core', () => comparisonOf({ before: was, after: is, ops: compareDags(was, is) })],
    ['store, documents in memory', atStore],
    [
      'store, cold',
      () => {
        forgetVersions();
        return atStore();
      },
    ],
  ];
  if (git) variants.push(['git diff', () => git.diff()]);

  const samples = variants.map(() => new Samples());
  const turns = variants.map(([, work], index) => async () => {
    await timed(samples[index] ?? new Samples(), work);
  });
  await interleave(ROUNDS, turns);
  await git?.close();
  const base = samples[0]?.median ?? 1;
  const rows = samples.map(({ median, p95 }, index) => {
    const name = variants[index]?.[0] ?? '';
    const bound = name.includes('memory') || name === 'core';
    const verdict = median <= TARGET_MS ? 'ok' : `over ${TARGET_MS} ms`;
    return [name, ms(median), ms(p95), ratio(median, base), bound ? verdict : ''];
  });
  const title = `compare: ${size} nodes, a tenth changed (ms)`;
  printTable(title, ['', 'p50', 'p95', 'of floor', `${TARGET_MS} ms`], rows);
}

async function version(project: BenchProject, document: Dag): Promise<{ versionId: string }> {
  return { versionId: (await makeBranch(project, document)).head };
}

/** Of every thirty nodes one is renamed, one moved and one gone with its connections. */
function changed(dag: Dag): Dag {
  const nodes = { ...dag.nodes };
  const gone = new Set<string>();
  for (let index = 0; index < Object.keys(dag.nodes).length; index += 10) {
    const id = nodeId(index);
    const node = nodes[id];
    if (node === undefined) continue;
    if (index % 30 === 0) nodes[id] = { ...node, name: `Changed ${index}` };
    else if (index % 30 === 10) nodes[id] = { ...node, position: { x: -index, y: index } };
    else {
      gone.add(id);
      delete nodes[id];
    }
  }
  const edges = Object.entries(dag.edges).filter(
    ([, { source, target }]) => !gone.has(source) && !gone.has(target),
  );
  return { ...dag, nodes, edges: Object.fromEntries(edges) };
}

function differing(before: Dag, after: Dag): string[] {
  return (['nodes', 'edges'] as const).flatMap((collection) => {
    const [was, is] = [before[collection], after[collection]];
    const ids = new Set([...Object.keys(was), ...Object.keys(is)]);
    return [...ids].filter((id) => JSON.stringify(was[id]) !== JSON.stringify(is[id]));
  });
}
