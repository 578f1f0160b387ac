import type { Transaction } from 'kysely';
import { assertIJson } from '@core/json/i-json';
import { canonicalBytes } from '@core/json/canonical';
import type { Json } from '@core/json/json';
import type { DB } from '../db/schema/db';
import type { ProjectScope } from '../db/transaction';
import { newId } from '../db/uuid';
import { audited } from '../store/audited';
import { blobOf, MEDIA_TYPES } from '../store/blob';
import { getTag } from '../store/get-tag';
import { getVersionSummary } from '../store/get-version-summary';
import { putBlob } from '../store/put-blob';
import type { TagRef } from '../store/tag-ref';
import type { VersionSummary } from '../store/version-summary';
import { ensureSnapshot, type Snapshot } from './ensure-snapshot';
import { getRunSummary, type RunSummary } from './run-summary';

export interface SubmitArgs extends ProjectScope {
  readonly ref: TagRef | { readonly versionId: string };
  readonly input?: unknown;
  readonly opId: string;
}

interface Target {
  readonly tag: { readonly id: string; readonly name: string } | null;
  readonly version: VersionSummary;
}

/**
 * [R1] Pins a run to exact content in one transaction: the branch is resolved, where every branch
 * stood is recorded, the snapshot is found or made, manifest and run are written. Throws
 * RunRefusedError when the document has loops, NotFoundError, InvalidJsonError for the input.
 */
export function submitRun(trx: Transaction<DB>, args: SubmitArgs): Promise<RunSummary> {
  const { projectId, userId, opId } = args;
  const input = args.input ?? null;
  assertIJson(input);
  const request = [{ ...args.ref }, input];
  return audited(trx, { projectId, userId, opId, action: 'run.submit', request }, async () => {
    const target = await resolve(trx, args);
    const tagsSnapshot = await branchTargets(trx, {
      projectId,
      workflowId: target.version.workflowId,
    });
    const snapshot = await ensureSnapshot(trx, { projectId, userId, version: target.version });

    const runId = newId();
    const manifestId = await writeManifest(trx, {
      ...args,
      runId,
      target,
      snapshot,
      tagsSnapshot,
      input,
    });
    await trx
      .insertInto('run')
      .values({
        project_id: projectId,
        id: runId,
        workflow_id: target.version.workflowId,
        tag_id: target.tag?.id ?? null,
        tag_name: target.tag?.name ?? null,
        version_id: target.version.id,
        manifest_id: manifestId,
        snapshot_id: snapshot.id,
        plan_hash: snapshot.planHash,
        snapshot_source: snapshot.source,
        tags_snapshot: JSON.stringify(tagsSnapshot),
        correlation_id: newId(),
        submitted_by: userId,
      })
      .execute();
    const result = await getRunSummary(trx, { projectId, runId });
    return { subjectId: runId, result };
  });
}

async function resolve(trx: Transaction<DB>, args: SubmitArgs): Promise<Target> {
  const { projectId, ref } = args;
  if ('versionId' in ref) {
    return {
      tag: null,
      version: await getVersionSummary(trx, { projectId, versionId: ref.versionId }),
    };
  }
  const tag = await getTag(trx, { projectId, ref });
  return { tag, version: await getVersionSummary(trx, { projectId, versionId: tag.target }) };
}

/** Where every branch of the workflow points at this moment, by name. */
async function branchTargets(
  trx: Transaction<DB>,
  { projectId, workflowId }: { projectId: string; workflowId: string },
): Promise<Record<string, string>> {
  const tags = await trx
    .selectFrom('tag')
    .select(['name', 'target_id'])
    .where('project_id', '=', projectId)
    .where('workflow_id', '=', workflowId)
    .orderBy('name')
    .execute();
  return Object.fromEntries(tags.map((tag) => [tag.name, tag.target_id]));
}

interface Manifest extends SubmitArgs {
  readonly runId: string;
  readonly target: Target;
  readonly snapshot: Snapshot;
  readonly tagsSnapshot: Record<string, string>;
  readonly input: Json;
}

/** The immutable record of what was submitted; its id. */
async function writeManifest(trx: Transaction<DB>, manifest: Manifest): Promise<string> {
  const { projectId, userId, target, snapshot } = manifest;
  const bytes = canonicalBytes({
    schema: 1,
    run: manifest.runId,
    workflow: target.version.workflowId,
    tag: target.tag === null ? null : { id: target.tag.id, name: target.tag.name },
    version: target.version.id,
    version_hash: target.version.versionHash,
    logic_hash: target.version.logicHash,
    plan_hash: snapshot.planHash,
    snapshot: { id: snapshot.id, cas_id: snapshot.casId },
    tags_snapshot: manifest.tagsSnapshot,
    input: manifest.input,
    submitted_by: userId,
  });
  const blob = blobOf(bytes, MEDIA_TYPES.manifest);
  const id = newId();
  await putBlob(trx, { projectId, blob });
  await trx
    .insertInto('artifact')
    .values({
      project_id: projectId,
      id,
      workflow_id: target.version.workflowId,
      kind: 'run_manifest',
      cas_id: blob.casId,
      parent_id: target.version.id,
      plan_hash: snapshot.planHash,
      created_by: userId,
    })
    .execute();
  return id;
}
