import { randomBytes } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Dag } from '@core/dag/document';
import { assertImportable } from '@core/import/importable';
import { importDocument } from '@core/import/import-document';
import type { ImportReport } from '@core/import/report';
import { assertIJson } from '@core/json/i-json';
import type { JsonObject } from '@core/json/json';
import { shorten } from '@core/shorten';
import { carryOverTo } from '@core/version/carry-over';
import type { DB } from '../db/schema/db';
import type { ProjectScope } from '../db/transaction';
import { type EditConflict, withAuthors } from './edit-conflict';
import { getNamedWorkflow, type NamedWorkflow } from './get-named-workflow';
import { getVersionSummary } from './get-version-summary';
import { materializeVersion } from './materialize-version';
import { branchNow, type MovedBranch, type OpenBranch, openBranch } from './open-branch';
import { headDocument, storePatch } from './store-patch';
import { getStoodAt } from './stood-at';
import type { TagRef } from './tag-ref';
import type { TagSummary } from './tag-summary';
import type { VersionSummary } from './version-summary';

export interface ImportAgainArgs extends ProjectScope {
  readonly ref: TagRef;
  /** The version that the file is meant to follow; the branch's end when left out. */
  readonly parent?: string | undefined;
  readonly fileName?: string | undefined;
  /** The parsed file. */
  readonly source: unknown;
  readonly opId: string;
}

interface Answer {
  readonly workflow: NamedWorkflow;
  readonly report: ImportReport;
}

export type ImportedAgain =
  | (Answer & MovedBranch & { readonly status: 'committed' })
  /** The branch is like the file already; nothing was stored. */
  | (Answer & {
      readonly status: 'unchanged';
      readonly tag: TagSummary;
      readonly version: VersionSummary;
    })
  /** Somebody has changed the same since `parent`; nothing was stored. */
  | (Answer & {
      readonly status: 'conflict';
      readonly tag: TagSummary;
      readonly conflicts: readonly EditConflict[];
    });

/**
 * [D6][P2] A file into a workflow that is there: what was imported before is found again, and what
 * differs is one patch at the end of the branch. The file is the whole truth about `parent`; what was
 * changed since then stays, or is in conflict. Throws ImportError, NotFoundError, ParentNotOnTagError,
 * ForbiddenError on a protected branch, LimitExceededError, OpIdReusedError.
 */
export async function importAgain(
  trx: Transaction<DB>,
  args: ImportAgainArgs,
): Promise<ImportedAgain> {
  const { projectId, parent, fileName, source } = args;
  assertImportable(source);
  if (fileName !== undefined) assertIJson(fileName);
  const request = [parent ?? null, fileName ?? null, source];
  const turn = await openBranch(trx, { ...args, action: 'workflow.import', request });
  if ('answer' in turn) return answerAgain(trx, { projectId, moved: turn.answer });
  const { open } = turn;
  const { tag } = open.loaded;
  const workflow = await getNamedWorkflow(trx, { projectId, workflowId: tag.workflowId });
  const head = await headDocument(trx, open);
  const base = await followed(trx, open, parent);

  const random = (count: number): Uint8Array => randomBytes(count);
  const { dag: incoming, report } = importDocument(source, { random, existing: base.dag });
  const result = carryOverTo({ base: base.dag, incoming, head: head.dag });
  if (result.status === 'conflict') {
    const where = { projectId, loaded: open.loaded, sinceSeq: base.seq };
    const conflicts = await withAuthors(trx, result.conflicts, where);
    return { status: 'conflict', workflow, tag, conflicts, report };
  }
  const { dag: after, ops } = result;
  if (ops.length === 0) {
    const version = await getVersionSummary(trx, { projectId, versionId: tag.target });
    return { status: 'unchanged', workflow, tag, version, report };
  }

  const message = shorten(`Import ${fileName ?? workflow.name}`, 200);
  const meta = { import: report } as unknown as JsonObject;
  await storePatch(trx, { ...open, head, after, ops, kind: 'edit', message, meta });
  return { status: 'committed', workflow, ...(await branchNow(trx, open)), report };
}

interface Followed {
  readonly dag: Dag;
  /** The move that brought the branch there. */
  readonly seq: number;
}

/** The document that the file follows. */
async function followed(
  trx: Transaction<DB>,
  { projectId, loaded }: OpenBranch,
  parent = loaded.head.id,
): Promise<Followed> {
  const { tag } = loaded;
  const seq =
    parent === tag.target
      ? tag.seq
      : await getStoodAt(trx, { projectId, tagId: tag.id, versionId: parent });
  const { dag } = await materializeVersion(trx, { projectId, versionId: parent });
  return { dag, seq };
}

/** [V4] What the first call was told. */
async function answerAgain(
  trx: Transaction<DB>,
  { projectId, moved }: { projectId: string; moved: MovedBranch },
): Promise<ImportedAgain> {
  const { id, workflowId } = moved.version;
  const { meta } = await trx
    .selectFrom('artifact')
    .select('meta')
    .where('project_id', '=', projectId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const { import: report } = meta as { readonly import: ImportReport };
  const workflow = await getNamedWorkflow(trx, { projectId, workflowId });
  return { status: 'committed', workflow, ...moved, report };
}
