import { z } from 'zod';
import { mutation, tagRef, tagSummary, undoState, uuid, versionSummary } from '../shared/schemas';

export const appendInput = mutation
  .extend({
    /** The version the ops were made against. */
    parent: uuid,
    /** RFC 6902 operations; their shape is checked by the core, with a reason. */
    ops: z.unknown(),
    message: z.string().trim().max(500).optional(),
  })
  .and(tagRef);

export const appendOutput = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('committed'),
    version: versionSummary,
    tag: tagSummary,
    undo: undoState,
  }),
  /** The ops change nothing; nothing was stored. */
  z.object({ status: z.literal('unchanged'), version: uuid }),
  /** The branch has moved on; nothing was stored. */
  z.object({
    status: z.literal('conflict'),
    kind: z.literal('stale_parent'),
    head: uuid,
    seq: z.int(),
  }),
]);
export type AppendOutput = z.infer<typeof appendOutput>;
