import type { Transaction } from 'kysely';
import type { DB } from '../db/schema/db';
import { idCursor, type Page, pageOf } from '../store/page';
import { type RunSummary, runRows } from './run-summary';

export interface ListRunsArgs {
  readonly projectId: string;
  readonly workflowId?: string | undefined;
  /** Only runs that used this snapshot. */
  readonly snapshotId?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Runs of a project, newest first; the cursor is the id of the last one seen. */
export async function listRuns(
  trx: Transaction<DB>,
  args: ListRunsArgs,
): Promise<Page<RunSummary>> {
  const { workflowId, snapshotId, cursor } = args;
  const rows = await runRows(trx, args.projectId)
    .$if(workflowId !== undefined, (query) => query.where('r.workflow_id', '=', workflowId ?? ''))
    .$if(snapshotId !== undefined, (query) => query.where('r.snapshot_id', '=', snapshotId ?? ''))
    .$if(cursor !== undefined, (query) => query.where('r.id', '<', idCursor(cursor ?? '')))
    .orderBy('r.id', 'desc')
    .limit(args.limit + 1)
    .execute();
  return pageOf(rows, args.limit, (run) => run.id);
}
