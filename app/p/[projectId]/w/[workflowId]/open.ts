import type { Dag } from '@core/dag/document';
import type { Standing } from '@/components/editor/session/transport';
import { NO_UNDO } from '@/components/editor/session/session-state';
import { api, findViewer, getQueryClient, isRefusal } from '@/server/api/rsc';
import type { TagSummary, VersionSummary } from '@/server/api/shared/schemas';
import { cache } from 'react';

interface Spot {
  projectId: string;
  workflowId: string;
}

/** The answer, or undefined for what is not there or not the visitor's to see. */
async function found<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}

/** Nothing for a visitor who is not signed in: a page's title is asked for before its door. */
export const workflowAt = cache(async ({ projectId, workflowId }: Spot) =>
  (await findViewer()) === undefined
    ? undefined
    : found(getQueryClient().fetchQuery(api.workflow.get.queryOptions({ projectId, workflowId }))),
);

interface Opened {
  tag: TagSummary;
  start: Standing;
}

/** A branch with the document at its head, undo included. */
export async function branchAt({
  name,
  ...spot
}: Spot & { name: string }): Promise<Opened | undefined> {
  const options = api.version.get.queryOptions({ ...spot, tag: name });
  const answer = await found(getQueryClient().fetchQuery({ ...options, gcTime: 0 }));
  getQueryClient().removeQueries({ queryKey: options.queryKey });
  if (!answer?.tag) return undefined;
  const { version, document, tag, undo } = answer;
  return { tag, start: { head: version.id, document: document as Dag, undo: undo ?? NO_UNDO } };
}

export async function tagAt({
  name,
  ...spot
}: Spot & { name: string }): Promise<TagSummary | undefined> {
  return found(getQueryClient().fetchQuery(api.tag.get.queryOptions({ ...spot, tag: name })));
}

/** Leaves the document in the query client, for the canvas. */
export async function versionAt(input: {
  projectId: string;
  versionId: string;
}): Promise<VersionSummary | undefined> {
  const answer = await found(getQueryClient().fetchQuery(api.version.get.queryOptions(input)));
  return answer?.version;
}
