import { z } from 'zod';
import {
  editConflict,
  movedBranch,
  mutation,
  ops,
  tagRef,
  tagSummary,
  undoState,
  uuid,
  versionSummary,
} from '../shared/schemas';

export const appendInput = mutation
  .extend({
    /** The version the ops were made against. */
    parent: uuid,
    /** RFC 6902 operations; their shape is checked by the core, with a reason. */
    ops: z.unknown(),
    message: z.string().trim().min(1).max(500).optional(),
  })
  .and(tagRef);

const stored = z.object({ version: versionSummary, tag: tagSummary, undo: undoState });

/** `changes` lead from the parent's document to the one that the answer is about. */
export const appendOutput = z.discriminatedUnion('status', [
  stored.extend({ status: z.literal('committed') }),
  /** The branch had moved on; the edit was carried over to its end. */
  stored.extend({ status: z.literal('rebased'), changes: ops }),
  /** Nothing of it is left to do; nothing was stored. */
  z.object({ status: z.literal('unchanged'), version: uuid, changes: ops }),
  /** The branch has moved on and changed the same; nothing was stored. */
  z.object({
    status: z.literal('conflict'),
    head: uuid,
    seq: z.int(),
    conflicts: z.array(editConflict).readonly(),
    changes: ops,
  }),
]);
export type AppendOutput = z.infer<typeof appendOutput>;

/** An edit of the workflow, and the branch to take it back on or to make it again on. */
export const elsewhereInput = mutation.extend({ versionId: uuid }).and(tagRef);
export const elsewhereOutput = z.discriminatedUnion('status', [
  movedBranch.extend({ status: z.literal('committed') }),
  z.object({ status: z.literal('unchanged'), head: uuid, seq: z.int() }),
  z.object({
    status: z.literal('conflict'),
    head: uuid,
    seq: z.int(),
    conflicts: z.array(editConflict).readonly(),
  }),
]);
export type ElsewhereOutput = z.infer<typeof elsewhereOutput>;
