import { randomBytes } from 'node:crypto';
import type { Transaction } from 'kysely';
import { importDocument } from '@core/import/import-document';
import type { ImportReport } from '@core/import/report';
import { assertIJson } from '@core/json/i-json';
import type { Json } from '@core/json/json';
import { shorten } from '@core/shorten';
import type { DB } from '../db/schema/db';
import type { ProjectScope } from '../db/transaction';
import { audited } from './audited';
import { type CreatedWorkflow, insertWorkflow } from './insert-workflow';

export interface ImportArgs extends ProjectScope {
  /** Taken from the document, then from the file's name, when left out. */
  readonly name?: string | undefined;
  readonly fileName?: string | undefined;
  /** The parsed file. */
  readonly source: unknown;
  readonly opId: string;
}

export interface ImportedWorkflow extends CreatedWorkflow {
  readonly report: ImportReport;
}

/**
 * [D3] A new workflow from another tool's file, or one of ours, value for value. Throws ImportError
 * with the reason when it is no workflow; then nothing is stored.
 */
export function importWorkflow(trx: Transaction<DB>, args: ImportArgs): Promise<ImportedWorkflow> {
  const { projectId, userId, opId } = args;
  if (args.fileName !== undefined) assertIJson(args.fileName);
  const imported = importDocument(args.source, { random: (count) => randomBytes(count) });
  const name = args.name ?? nameOf(imported.name, args.fileName);
  const request = [name, args.source as Json];
  const mutation = { projectId, userId, opId, action: 'workflow.import', request };
  return audited(trx, mutation, async () => {
    const message = shorten(`Import ${args.fileName ?? name}`, 200);
    const document = imported.dag;
    const created = await insertWorkflow(trx, { projectId, userId, name, document, message });
    return { subjectId: created.workflow.id, result: { ...created, report: imported.report } };
  });
}

const LONGEST_NAME = 200;

/** What comes behind the name in files, those that we write among them. */
const FILE_ENDING = /(\.(n8n|react-flow|stemma))?\.[a-z0-9]+$/i;

function nameOf(inside: string | undefined, fileName = ''): string {
  const names = [inside ?? '', fileName.replace(FILE_ENDING, ''), 'Imported workflow'];
  const name = names.find((one) => one.trim() !== '') ?? '';
  return shorten(name.trim(), LONGEST_NAME);
}
