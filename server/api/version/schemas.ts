import { z } from 'zod';
import {
  inProject,
  page,
  paging,
  tagRef,
  tagSummary,
  undoState,
  uuid,
  versionSummary,
} from '../shared/schemas';

export const getInput = inProject.and(
  z.union([
    z.object({ versionId: uuid }),
    z.object({
      versionHash: z.string().regex(/^[0-9a-f]{64}$/, 'A hash has 64 hexadecimal digits.'),
      workflowId: uuid,
    }),
    tagRef,
  ]),
);
export const getOutput = z.object({
  version: versionSummary,
  document: z.unknown(),
  /** Only when asked for by branch. */
  tag: tagSummary.nullable(),
  undo: undoState.nullable(),
});

export const chainInput = inProject.extend({ versionIds: z.array(uuid).min(1).max(100) });
export const chainOutput = z.array(
  z.object({
    versionId: uuid,
    baseVersion: uuid,
    /** Oldest first; applying them to the base gives the version. */
    members: z.array(z.object({ id: uuid, seq: z.int() })),
    /** The nearest compaction to start from instead of the base, when there is one. */
    compactedBase: z.object({ id: uuid, compactedFromId: uuid, seq: z.int() }).nullable(),
  }),
);

export const descendantsInput = inProject.extend({
  versionId: uuid,
  direct: z.boolean().default(false),
  ...paging,
});
export const descendantsOutput = page(versionSummary);
