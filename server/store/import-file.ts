import type { Transaction } from 'kysely';
import type { DB } from '../db/schema/db';
import { type ImportAgainArgs, importAgain, type ImportedAgain } from './import-again';
import { type ImportArgs, type ImportedWorkflow, importWorkflow } from './import-workflow';
import type { TagRef } from './tag-ref';

export interface ImportFileArgs extends ImportArgs {
  /** The branch it goes to; a new workflow when left out. */
  readonly into?: (TagRef & Pick<ImportAgainArgs, 'parent'>) | undefined;
}

export type ImportedFile = (ImportedWorkflow & { readonly status: 'created' }) | ImportedAgain;

/** A file as a new workflow, or into one that is there. Throws what those two throw. */
export async function importFile(
  trx: Transaction<DB>,
  { into, ...args }: ImportFileArgs,
): Promise<ImportedFile> {
  if (into !== undefined) return importAgain(trx, { ...args, ref: into, parent: into.parent });
  return { status: 'created', ...(await importWorkflow(trx, args)) };
}
