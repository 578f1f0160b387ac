import { z } from 'zod';
import {
  inProject,
  instant,
  mutation,
  page,
  paging,
  person,
  tagRef,
  uuid,
} from '../shared/schemas';

export const runStatus = z.enum([
  'QUEUED',
  'RUNNING',
  'CANCELLING',
  'COMPLETED',
  'FAILED',
  'CANCELLED',
]);

export const runSummary = z.object({
  id: uuid,
  workflowId: uuid,
  workflowName: z.string(),
  tagName: z.string().nullable(),
  versionId: uuid,
  versionHash: z.string(),
  logicHash: z.string(),
  planHash: z.string(),
  snapshotId: uuid,
  /** cas_id of the snapshot's bytes: equal logic shares it. */
  snapshotHash: z.string(),
  /** How this run came by its snapshot: the same plan ran before, or only the same logic, or neither. */
  snapshot: z.enum(['reused', 'linked', 'built']),
  status: runStatus,
  submittedBy: person,
  submittedAt: instant,
});
export type RunSummary = z.infer<typeof runSummary>;

export const submitInput = mutation
  .extend({ input: z.unknown().optional() })
  .and(z.union([tagRef, z.object({ versionId: uuid })]));
export const submitOutput = runSummary;

export const listInput = inProject.extend({
  workflowId: uuid.optional(),
  snapshotId: uuid.optional(),
  ...paging,
});
export const listOutput = page(runSummary);

export const getInput = inProject.extend({ runId: uuid });
export const runDetail = runSummary.extend({
  input: z.unknown(),
  /** Where every branch of the workflow pointed when the run was submitted. */
  tagsSnapshot: z.record(z.string(), uuid),
  /** The same, by name, with the hash of what each branch held. */
  branches: z.array(z.object({ name: z.string(), versionId: uuid, versionHash: z.string() })),
  manifestId: uuid,
  /** The document the frozen graph is drawn from. */
  document: z.unknown(),
});
