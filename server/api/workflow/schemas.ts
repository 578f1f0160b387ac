import { z } from 'zod';
import {
  inProject,
  instant,
  mutation,
  name,
  page,
  paging,
  person,
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
});
export const importOutput = created.extend({ report: z.unknown() });

export const exportInput = inProject.extend({
  workflowId: uuid,
  tag: z.string().max(200).default('main'),
  versionId: uuid.optional(),
  format: z.enum(['n8n', 'stemma']),
});
export const exportOutput = z.object({ fileName: z.string(), document: z.unknown() });
