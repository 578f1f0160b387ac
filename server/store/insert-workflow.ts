import type { Transaction } from 'kysely';
import type { Dag } from '@core/dag/document';
import { digestDag } from '@core/dag/digest';
import { validateDag } from '@core/dag/validate';
import { LimitExceededError } from '@core/errors';
import { canonicalBytes } from '@core/json/canonical';
import { assertIJson } from '@core/json/i-json';
import type { Json } from '@core/json/json';
import { LIMITS } from '@core/limits';
import type { DB } from '../db/schema/db';
import type { ProjectScope } from '../db/transaction';
import { newId } from '../db/uuid';
import { blobOf, MEDIA_TYPES } from './blob';
import { getTag } from './get-tag';
import { getVersionSummary } from './get-version-summary';
import { insertTag } from './insert-tag';
import { putBlob } from './put-blob';
import type { TagSummary } from './tag-summary';
import type { VersionSummary } from './version-summary';

export interface CreatedWorkflow {
  readonly workflow: { readonly id: string; readonly name: string };
  readonly tag: TagSummary;
  readonly version: VersionSummary;
}

/**
 * A workflow with its first version and the branch `main`. The document is checked here ([D2],
 * [D5], [P2]): InvalidJsonError, InvalidDagError, CycleError, LimitExceededError.
 */
export async function insertWorkflow(
  trx: Transaction<DB>,
  args: ProjectScope & { name: string; document: unknown; message: string },
): Promise<CreatedWorkflow> {
  const { projectId, userId, name } = args;
  const { dag, bytes } = checked(args.document);
  const digest = digestDag(dag);
  const workflowId = newId();
  const versionId = newId();
  const blob = blobOf(bytes, MEDIA_TYPES.dag);

  await trx
    .insertInto('workflow')
    .values({ project_id: projectId, id: workflowId, name, created_by: userId })
    .execute();
  await putBlob(trx, { projectId, blob });
  await trx
    .insertInto('artifact')
    .values({
      project_id: projectId,
      id: versionId,
      workflow_id: workflowId,
      kind: 'dag_version',
      cas_id: blob.casId,
      message: args.message,
      version_hash: digest.versionHash,
      logic_hash: digest.logicHash,
      nodes_count: digest.collections.nodes.count,
      edges_count: digest.collections.edges.count,
      created_by: userId,
    })
    .execute();
  const tagId = await insertTag(trx, {
    projectId,
    userId,
    workflowId,
    name: 'main',
    target: versionId,
  });
  return {
    workflow: { id: workflowId, name },
    tag: await getTag(trx, { projectId, ref: { tagId } }),
    version: await getVersionSummary(trx, { projectId, versionId }),
  };
}

function checked(document: unknown): { dag: Dag; bytes: Uint8Array } {
  assertIJson(document);
  const value: Json = document;
  validateDag(value);
  const bytes = canonicalBytes(document);
  if (bytes.length > LIMITS.documentBytes) {
    throw new LimitExceededError('Bytes in a document', LIMITS.documentBytes, bytes.length);
  }
  return { dag: value, bytes };
}
