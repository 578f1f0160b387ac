import { sql, type Transaction } from 'kysely';
import { NotFoundError } from '@core/errors';
import type { DB } from '../db/schema/db';
import type { RunStatus, SnapshotSource } from '../db/schema/run';
import { type Person, personOf } from '../store/people';
import { instantOf } from '../store/version-summary';

export interface RunSummary {
  readonly id: string;
  readonly workflowId: string;
  readonly workflowName: string;
  readonly tagName: string | null;
  readonly versionId: string;
  readonly versionHash: string;
  readonly logicHash: string;
  readonly planHash: string;
  readonly snapshotId: string;
  /** cas_id of the snapshot's bytes: equal logic shares it. */
  readonly snapshotHash: string;
  readonly snapshot: SnapshotSource;
  readonly status: RunStatus;
  readonly submittedBy: Person;
  readonly submittedAt: string;
}

/** Summaries of a project's runs, to be filtered by `r`. */
export function runRows(trx: Transaction<DB>, projectId: string) {
  return trx
    .selectFrom('run as r')
    .innerJoin('workflow as w', (join) =>
      join.onRef('w.project_id', '=', 'r.project_id').onRef('w.id', '=', 'r.workflow_id'),
    )
    .innerJoin('artifact as v', (join) =>
      join.onRef('v.project_id', '=', 'r.project_id').onRef('v.id', '=', 'r.version_id'),
    )
    .innerJoin('artifact as s', (join) =>
      join.onRef('s.project_id', '=', 'r.project_id').onRef('s.id', '=', 'r.snapshot_id'),
    )
    .select((eb) => [
      'r.id',
      'w.id as workflowId',
      'w.name as workflowName',
      'r.tag_name as tagName',
      'v.id as versionId',
      sql<string>`v.version_hash`.as('versionHash'),
      sql<string>`v.logic_hash`.as('logicHash'),
      'r.plan_hash as planHash',
      's.id as snapshotId',
      's.cas_id as snapshotHash',
      'r.snapshot_source as snapshot',
      'r.status',
      personOf(eb.ref('r.submitted_by')).as('submittedBy'),
      instantOf(eb.ref('r.submitted_at')).as('submittedAt'),
    ])
    .where('r.project_id', '=', projectId);
}

/** Throws NotFoundError. */
export async function getRunSummary(
  trx: Transaction<DB>,
  key: { projectId: string; runId: string },
): Promise<RunSummary> {
  const run = await runRows(trx, key.projectId).where('r.id', '=', key.runId).executeTakeFirst();
  if (run === undefined) throw new NotFoundError('That run');
  return run;
}
