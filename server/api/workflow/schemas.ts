import { z } from 'zod';
import {
  editConflict,
  inProject,
  instant,
  movedBranch,
  mutation,
  name,
  page,
  paging,
  person,
  tagRef,
  tagSummary,
  uuid,
  versionSummary,
} from '../shared/schemas';

export const workflowSummary = z.object({
  id: uuid,
  name: z.string(),
  archived: z.boolean(),
  nodesCount: z.int(),
  edgesCount: z.int(),
  branches: z.int(),
  createdBy: person,
  createdAt: instant,
  /** Last move on any of its branches. */
  updatedAt: instant,
  updatedBy: person,
});
export type WorkflowSummary = z.infer<typeof workflowSummary>;

export const listInput = inProject.extend({
  search: z.string().trim().max(200).optional(),
  archived: z.boolean().default(false),
  ...paging,
});
export const listOutput = page(workflowSummary);

export const createInput = mutation.extend({
  name,
  /** Starts empty when left out. */
  document: z.unknown().optional(),
});
export const created = z.object({
  workflow: z.object({ id: uuid, name: z.string() }),
  tag: tagSummary,
  version: versionSummary,
});

export const getInput = inProject.extend({ workflowId: uuid });
export const workflowDetail = workflowSummary.extend({ tags: z.array(tagSummary) });

export const renameInput = mutation.extend({ workflowId: uuid, name });
export const archiveInput = mutation.extend({
  workflowId: uuid,
  archived: z.boolean().default(true),
});
export const changed = z.object({ id: uuid, name: z.string(), archived: z.boolean() });

export const importInput = mutation.extend({
  /** Taken from the document, or `fileName`, when left out. */
  name: name.optional(),
  fileName: z.string().max(300).optional(),
  source: z.unknown(),
  /**
   * An existing branch: what differs from `parent`, or else from its end, becomes one patch on it.
   * A new workflow is made when left out.
   */
  into: z.object({ parent: uuid.optional() }).and(tagRef).optional(),
});
const imported = z.object({
  workflow: z.object({ id: uuid, name: z.string() }),
  tag: tagSummary,
  report: z.unknown(),
});
export const importOutput = z.discriminatedUnion('status', [
  imported.extend({ status: z.literal('created'), version: versionSummary }),
  imported.extend(movedBranch.shape).extend({ status: z.literal('committed') }),
  /** The branch is like the file already; nothing was stored. */
  imported.extend({ status: z.literal('unchanged'), version: versionSummary }),
  /** Somebody has changed the same since `parent`; nothing was stored. */
  imported.extend({ status: z.literal('conflict'), conflicts: z.array(editConflict).readonly() }),
]);
export type ImportOutput = z.infer<typeof importOutput>;

export const exportInput = inProject.extend({
  workflowId: uuid,
  tag: z.string().max(200).default('main'),
  versionId: uuid.optional(),
  format: z.enum(['n8n', 'react-flow', 'stemma']),
});
export const exportOutput = z.object({ fileName: z.string(), document: z.unknown() });
