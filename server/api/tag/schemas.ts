import { z } from 'zod';
import {
  inProject,
  instant,
  movedBranch,
  mutation,
  page,
  paging,
  person,
  tagRef,
  tagSummary,
  uuid,
} from '../shared/schemas';

export const tagName = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(
    /^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*$/,
    'Lower-case letters, digits, “.”, “_”, “-” and “/” between words.',
  );

export const listInput = inProject.extend({ workflowId: uuid });
export const listOutput = z.array(tagSummary);
export const getInput = inProject.and(tagRef);

export const createInput = mutation.extend({ workflowId: uuid, name: tagName, versionId: uuid });

export const moveKind = z.enum([
  'create',
  'edit',
  'undo',
  'redo',
  'revert',
  'restore',
  'merge',
  'compaction',
  'reset',
]);
export const move = z.object({
  seq: z.int(),
  kind: moveKind,
  from: uuid.nullable(),
  to: uuid,
  actor: person,
  at: instant,
  /** What the move did, in words: the patch's message, “Undo …”, “Create branch”. */
  message: z.string(),
  versionHash: z.string(),
  logicHash: z.string(),
  opCount: z.int(),
});
export type TagMove = z.infer<typeof move>;
export const movesInput = inProject.and(tagRef).and(z.object(paging));
export const movesOutput = page(move);

export const undoInput = mutation.and(tagRef);
export const undoOutput = movedBranch.extend({
  /** Entries of which nothing was left, passed over on the way. */
  skipped: z.array(z.string()).readonly(),
});

/** `head` is where the person asking saw the branch: it must stand there still. */
export const restoreInput = mutation.extend({ versionId: uuid, head: uuid }).and(tagRef);

/** Versions that only the branch has, and that only the other has. */
const divergence = z.object({ ahead: z.int(), behind: z.int() });

export const divergenceInput = inProject.extend({
  tagId: uuid,
  /** Another branch of the workflow; `main` when left out. */
  against: uuid.optional(),
});
/** With the version at which the two last met. */
export const divergenceOutput = divergence.extend({ mergeBase: uuid.nullable() });

export const divergencesInput = inProject.extend({ workflowId: uuid });
/** Of every branch against `main`. */
export const divergencesOutput = z.array(divergence.extend({ tagId: uuid }));
