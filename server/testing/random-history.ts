import fc, { type Arbitrary } from 'fast-check';
import { InvalidDagError } from '@core/errors';
import { compact } from '../store/compact';
import { nudge } from './project';
import type { StoreWorld } from './store-world';

/** Steps of a history; numbers pick among the branches and versions there are by then. */
export type Step =
  | { readonly kind: 'edit'; readonly branch: number; readonly node: number }
  | { readonly kind: 'fork'; readonly version: number }
  | { readonly kind: 'merge'; readonly branch: number; readonly version: number }
  | { readonly kind: 'compact'; readonly version: number; readonly pointAt: boolean };

const pick = fc.nat({ max: 1_000 });

/** Edits, branches from anywhere, compactions branched from too, merges across. */
export const steps: Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ kind: fc.constant('edit' as const), branch: pick, node: pick }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('fork' as const), version: pick }) },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant('merge' as const), branch: pick, version: pick }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('compact' as const),
        version: pick,
        pointAt: fc.boolean(),
      }),
    },
  ),
  { minLength: 5, maxLength: 40 },
);

/** A version as it is stored, for walks in memory. */
export interface StoredVersion {
  readonly id: string;
  readonly parentId: string | null;
  readonly mergeParentId: string | null;
  readonly compactedFromId: string | null;
  readonly generation: number;
  readonly touches: readonly string[];
}

export interface RandomHistory {
  readonly workflowId: string;
  readonly versions: ReadonlyMap<string, StoredVersion>;
}

/** Lives through the steps with the store's own verbs, on a new workflow. */
export async function liveThrough(
  world: StoreWorld,
  history: readonly Step[],
): Promise<RandomHistory> {
  const { project } = world;
  const { workflowId, tagId, versionId } = await project.workflow();
  const branches = [{ tagId, head: versionId }];
  const versions = [versionId];
  const branchAt = (index: number) => branches[index % branches.length]!;
  const edit = async (branch: { tagId: string; head: string }, node: number) => {
    const ops = [nudge(`node_${node % 10}`)];
    const { version } = await project.commit({ tagId: branch.tagId, parent: branch.head, ops });
    branch.head = version.id;
    versions.push(version.id);
  };
  for (const step of history) {
    if (step.kind === 'edit') await edit(branchAt(step.branch), step.node);
    else if (step.kind === 'fork') {
      const head = versions[step.version % versions.length]!;
      const tag = await project.branch(workflowId, head, `branch-${branches.length}`);
      branches.push({ tagId: tag.id, head });
    } else if (step.kind === 'merge') {
      const branch = branchAt(step.branch);
      const theirs = versions[step.version % versions.length]!;
      await edit(branch, 0);
      await makeMerge(world, { id: branch.head, theirs });
    } else {
      const headId = versions[step.version % versions.length]!;
      const branch = branches.find(({ head }) => head === headId);
      const by = project.by({ headId, moveTagId: step.pointAt ? branch?.tagId : undefined });
      const done = await project
        .run((trx) => compact(trx, by))
        .catch((error: unknown) => {
          if (error instanceof InvalidDagError) return undefined;
          throw error;
        });
      // A full document has nothing to compact.
      if (done === undefined) continue;
      versions.push(done.versionId);
      if (branch && done.tagMoved) branch.head = done.versionId;
    }
  }
  return { workflowId, versions: await storedVersions(world, workflowId) };
}

/**
 * Makes an edit one that merged `theirs` in, as far as ancestry goes: any two versions, also such
 * as nobody would merge.
 */
export async function makeMerge(
  world: StoreWorld,
  { id, theirs }: { id: string; theirs: string },
): Promise<void> {
  await world.sql(`set session_replication_role = replica`);
  await world.sql(
    `update artifact a set merge_parent_id = t.id, generation = greatest(a.generation, t.generation + 1)
     from artifact t where a.id = $1 and t.id = $2`,
    [id, theirs],
  );
  await world.sql(`set session_replication_role = origin`);
}

async function storedVersions(
  world: StoreWorld,
  workflowId: string,
): Promise<Map<string, StoredVersion>> {
  const rows = await world.sql<StoredVersion>(
    `select id, parent_id as "parentId", merge_parent_id as "mergeParentId", generation, touches,
            compacted_from_id as "compactedFromId"
     from artifact where workflow_id = $1 and kind in ('dag_version', 'patch_set')`,
    [workflowId],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** The lineage of a version, walked one parent at a time: ids, compactions left out. */
export function lineageIn(
  versions: ReadonlyMap<string, StoredVersion>,
  headId: string,
): Set<string> {
  const seen = new Set<string>();
  const open = [headId];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const { parentId, mergeParentId } = versions.get(id)!;
    for (const parent of [parentId, mergeParentId]) if (parent !== null) open.push(parent);
  }
  return new Set([...seen].filter((id) => versions.get(id)!.compactedFromId === null));
}
