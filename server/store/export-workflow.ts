import type { Transaction } from 'kysely';
import { exportN8n } from '@core/import/n8n/export-n8n';
import { exportStemma } from '@core/import/stemma/import-stemma';
import { slug } from '@core/ids';
import { NotFoundError } from '@core/errors';
import type { DB } from '../db/schema/db';
import type { ProjectScope } from '../db/transaction';
import { getVersion } from './get-version';
import { getWorkflow } from './get-workflow';

export interface ExportArgs extends ProjectScope {
  readonly workflowId: string;
  readonly tag: string;
  /** Another version than the one at the branch's end. */
  readonly versionId?: string | undefined;
  readonly format: 'n8n' | 'stemma';
}

/** A version as a file: an imported n8n workflow gives back an equal n8n document. */
export async function exportWorkflow(
  trx: Transaction<DB>,
  args: ExportArgs,
): Promise<{ fileName: string; document: unknown }> {
  const { projectId, userId, workflowId, versionId } = args;
  const workflow = await getWorkflow(trx, args);
  const ref = versionId === undefined ? { workflowId, tag: args.tag } : { versionId };
  const { version, document } = await getVersion(trx, { projectId, userId, ...ref });
  if (version.workflowId !== workflowId) throw new NotFoundError('That version of the workflow');
  return {
    fileName: `${slug(workflow.name)}.${args.format}.json`,
    document: args.format === 'n8n' ? exportN8n(document) : exportStemma(document),
  };
}
