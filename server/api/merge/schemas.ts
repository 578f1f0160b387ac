import { z } from 'zod';
import {
  conflictKind,
  inProject,
  instant,
  json,
  mutation,
  ops,
  person,
  tagRef,
  tagSummary,
  uuid,
  versionSummary,
} from '../shared/schemas';

const unit = z.string().max(4000);

/** How one conflict is settled; `unit` is the one that the preview names. */
const resolution = z.union([
  z.object({ unit, take: z.enum(['base', 'ours', 'theirs']) }),
  z.object({ unit, value: json }),
]);
export type Resolution = z.infer<typeof resolution>;
const resolutions = z.array(resolution).max(10_000).default([]);

/** What is merged in: a branch as it is now, or one version. */
const source = z.union([z.object({ fromTagId: uuid }), z.object({ fromVersionId: uuid })]);

/** The branch that receives, and what it is to receive. */
export const previewInput = inProject.extend({ resolutions }).and(tagRef).and(source);

const side = z.object({
  /** What this side has at the unit; left out when nothing is there. */
  value: json.optional(),
  author: person,
  message: z.string(),
  versionId: uuid,
  at: instant,
});

export const mergeConflict = z.object({
  kind: conflictKind,
  /** JSON pointer of what has to be decided. */
  unit: z.string(),
  base: json.optional(),
  ours: side,
  theirs: side,
  /** Node ids: of the loop, the first repeated at the end; of the node that went. */
  path: z.array(z.string()).readonly().optional(),
  settled: z.boolean(),
});
export type MergeConflict = z.infer<typeof mergeConflict>;

export const previewOutput = z.object({
  /** The lowest common ancestor, and how many there were to choose from. */
  base: versionSummary.extend({ candidates: z.int() }),
  ours: z.object({ version: versionSummary, tag: tagSummary }),
  theirs: z.object({ version: versionSummary, tag: tagSummary.nullable() }),
  /** The merged document, with open conflicts as ours has them. */
  document: z.unknown(),
  /** From ours to the merged document. */
  ops,
  conflicts: z.array(mergeConflict).readonly(),
  open: z.array(z.string()).readonly(),
  /** Why the merged document may not be stored. */
  problem: z.object({ code: z.string(), message: z.string(), data: json }).nullable(),
  upToDate: z.boolean(),
});
export type MergePreview = z.infer<typeof previewOutput>;

/** `ours` and `theirs` are the versions that were previewed: both sides must still stand there. */
export const commitInput = mutation
  .extend({
    ours: uuid,
    theirs: uuid,
    /** The branch that `theirs` is the end of; left out when a version is merged as such. */
    fromTagId: uuid.optional(),
    resolutions,
    message: z.string().trim().min(1).max(500).optional(),
  })
  .and(tagRef);
