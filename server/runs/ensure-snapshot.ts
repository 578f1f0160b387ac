import { type Transaction } from 'kysely';
import { logicProjection } from '@core/dag/logic';
import type { Dag } from '@core/dag/document';
import { CorruptionError, RunRefusedError } from '@core/errors';
import { canonicalBytes } from '@core/json/canonical';
import { planHash } from '@core/run/plan-hash';
import type { DB } from '../db/schema/db';
import type { SnapshotSource } from '../db/schema/run';
import type { ProjectScope } from '../db/transaction';
import { newId } from '../db/uuid';
import { blobOf, MEDIA_TYPES } from '../store/blob';
import { materializeVersion } from '../store/materialize-version';
import { putBlob } from '../store/put-blob';
import { isTaken, RacedError } from '../store/raced-error';
import { resolveChains } from '../store/resolve-chains';
import type { VersionSummary } from '../store/version-summary';

export interface Snapshot {
  readonly id: string;
  readonly casId: string;
  readonly planHash: string;
  readonly source: SnapshotSource;
}

/**
 * [R2] The one snapshot of a version's plan. The same plan finds it; another plan of equal logic
 * links the same bytes without materializing; only new logic is built. Throws RunRefusedError when
 * the document has loops: equal logic has passed that question already.
 */
export async function ensureSnapshot(
  trx: Transaction<DB>,
  args: ProjectScope & { version: VersionSummary },
): Promise<Snapshot> {
  const { projectId, version } = args;
  const plan = await planOf(trx, args);
  const known = await findSnapshot(trx, { projectId, column: 'i.plan_hash', hash: plan });
  if (known !== undefined) return { ...known, planHash: plan, source: 'reused' };
  const alike = await findSnapshot(trx, {
    projectId,
    column: 'i.logic_hash',
    hash: version.logicHash,
  });

  const casId = alike?.casId ?? (await buildSnapshot(trx, args));
  const id = await writeSnapshot(trx, { ...args, planHash: plan, casId });
  return { id, casId, planHash: plan, source: alike === undefined ? 'built' : 'linked' };
}

async function planOf(
  trx: Transaction<DB>,
  { projectId, version }: { projectId: string; version: VersionSummary },
): Promise<string> {
  const [chain] = await resolveChains(trx, { projectId, versionIds: [version.id] });
  return planHash({
    base: chain?.baseHash ?? version.versionHash,
    chain: chain?.members.map((member) => member.casId) ?? [],
    runPatch: null,
    options: {},
  });
}

function findSnapshot(
  trx: Transaction<DB>,
  by: { projectId: string; column: 'i.plan_hash' | 'i.logic_hash'; hash: string },
): Promise<{ id: string; casId: string } | undefined> {
  return trx
    .selectFrom('run_snapshot_index as i')
    .innerJoin('artifact as a', (join) =>
      join.onRef('a.project_id', '=', 'i.project_id').onRef('a.id', '=', 'i.snapshot_id'),
    )
    .select(['a.id', 'a.cas_id as casId'])
    .where('i.project_id', '=', by.projectId)
    .where(by.column, '=', by.hash)
    .orderBy('i.created_at')
    .limit(1)
    .executeTakeFirst();
}

async function buildSnapshot(
  trx: Transaction<DB>,
  args: ProjectScope & { version: VersionSummary },
): Promise<string> {
  const { projectId, version } = args;
  const { dag, digest } = await materializeVersion(trx, { projectId, versionId: version.id });
  if (digest.versionHash !== version.versionHash) {
    throw new CorruptionError('The version does not give its recorded hash.', {
      version: version.id,
    });
  }
  assertRunnable(dag);
  const blob = blobOf(canonicalBytes(logicProjection(dag)), MEDIA_TYPES.snapshot);
  await putBlob(trx, { projectId, blob });
  return blob.casId;
}

/** [D6] Loops are kept and drawn, but there is no order in which to run them. */
function assertRunnable(dag: Dag): void {
  const loops = Object.entries(dag.edges).filter(([, edge]) => edge.feedback === true);
  if (loops.length === 0) return;
  const [first] = loops;
  const [id, edge] = first ?? ['', undefined];
  const name = (node: string | undefined) => dag.nodes[node ?? '']?.name ?? node ?? '';
  throw new RunRefusedError(
    `This workflow has ${loops.length === 1 ? 'a loop' : `${loops.length} loops`} and cannot run: “${name(edge?.source)}” leads back to “${name(edge?.target)}”.`,
    { edges: loops.map(([edgeId]) => edgeId), first: id },
  );
}

async function writeSnapshot(
  trx: Transaction<DB>,
  args: ProjectScope & { version: VersionSummary; planHash: string; casId: string },
): Promise<string> {
  const { projectId, version } = args;
  const id = newId();
  await trx
    .insertInto('artifact')
    .values({
      project_id: projectId,
      id,
      workflow_id: version.workflowId,
      kind: 'run_snapshot',
      cas_id: args.casId,
      parent_id: version.id,
      version_hash: version.versionHash,
      logic_hash: version.logicHash,
      plan_hash: args.planHash,
      nodes_count: version.nodesCount,
      edges_count: version.edgesCount,
      created_by: args.userId,
    })
    .execute();
  try {
    await trx
      .insertInto('run_snapshot_index')
      .values({
        project_id: projectId,
        plan_hash: args.planHash,
        logic_hash: version.logicHash,
        snapshot_id: id,
      })
      .execute();
  } catch (error) {
    if (isTaken(error, 'run_snapshot_index_pkey')) throw new RacedError('The snapshot');
    throw error;
  }
  return id;
}
