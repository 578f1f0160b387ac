import type { Transaction } from 'kysely';
import { exportN8n } from '@core/import/n8n/export-n8n';
import { exportReactFlow } from '@core/import/react-flow/export-react-flow';
import { exportStemma } from '@core/import/stemma/import-stemma';
import { slug } from '@core/ids';
import { NotFoundError } from '@core/errors';
import type { DB } from '../db/schema/db';
import type { ProjectScope } from '../db/transaction';
import { getVersion } from './get-version';
import { getWorkflow } from './get-workflow';

const WRITERS = {
  stemma: exportStemma,
  n8n: exportN8n,
  'react-flow': exportReactFlow,
} as const;

export type ExportFormat = keyof typeof WRITERS;

export interface ExportArgs extends ProjectScope {
  readonly workflowId: string;
  readonly tag: string;
  /** Another version than the one at the branch's end. */
  readonly versionId?: string | undefined;
  readonly format: ExportFormat;
}

/** [D3] A version as a file: what came from another tool gives back an equal file of that tool. */
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
    document: WRITERS[args.format](document),
  };
}
