import { z } from 'zod';
import type { Json } from '@core/json/json';
import type { Op } from '@core/patch/ops';

export const uuid = z.uuid();
/** Any value that a document can hold; it was checked when it was stored. */
export const json = z.custom<Json>((value) => value !== undefined);
/** [V4] Made by the client, one per mutation; a retry sends the same one again. */
export const opId = z.string().min(8, 'An op_id has at least 8 characters.').max(64);
export const name = z.string().trim().min(1, 'A name is needed.').max(200);

/**
 * A person names the project in every call; a token belongs to one project and may leave it out.
 */
export const inProject = z.object({ projectId: uuid.optional() });
export const mutation = inProject.extend({ opId });

export const role = z.enum(['viewer', 'analyst', 'reviewer', 'admin']);
export type Role = z.infer<typeof role>;

/** ISO 8601 in UTC. */
export const instant = z.string();

export const person = z.object({ id: z.string(), name: z.string() });
export type Person = z.infer<typeof person>;

/** What is known of a version without reading its document. */
export const versionSummary = z.object({
  id: uuid,
  workflowId: uuid,
  kind: z.enum(['dag_version', 'patch_set']),
  message: z.string(),
  parentId: uuid.nullable(),
  mergeParentId: uuid.nullable(),
  baseVersion: uuid,
  depth: z.int(),
  generation: z.int(),
  versionHash: z.string(),
  logicHash: z.string(),
  nodesCount: z.int(),
  edgesCount: z.int(),
  compactedFromId: uuid.nullable(),
  createdBy: person,
  createdAt: instant,
});
export type VersionSummary = z.infer<typeof versionSummary>;

export const tagSummary = z.object({
  id: uuid,
  workflowId: uuid,
  name: z.string(),
  /** The version this branch points at. */
  target: uuid,
  /** Number of moves so far; grows by one with each. */
  seq: z.int(),
  protected: z.boolean(),
  createdBy: person,
  createdAt: instant,
  movedAt: instant,
});
export type TagSummary = z.infer<typeof tagSummary>;

/** Where an undo or a redo would go for the person asking; null when there is nothing. */
export const undoState = z.object({
  undo: z.object({ message: z.string() }).nullable(),
  redo: z.object({ message: z.string() }).nullable(),
});
export type UndoState = z.infer<typeof undoState>;

/** Names a branch by its id, or by workflow and name. */
export const tagRef = z.union([
  z.object({ tagId: uuid }),
  z.object({ workflowId: uuid, tag: z.string().min(1).max(200) }),
]);

export function page<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}
export const paging = {
  cursor: z.string().max(200).optional(),
  limit: z.int().min(1).max(200).default(50),
};

/** RFC 6902 operations, in the order to apply them. */
export const ops = z.custom<readonly Op[]>((value) => Array.isArray(value));

/** [V5][M3] Why two changes of one unit cannot both stand. */
export const conflictKind = z.enum(['field', 'removed', 'id_taken', 'dangling', 'cycle']);

const side = z.object({
  /** What this side has at the unit; left out when nothing is there. */
  value: json.optional(),
  author: person,
});

/** [V5] One unit on which an edit and what came before it cannot both stand. */
export const editConflict = z.object({
  kind: conflictKind,
  /** JSON pointer of what has to be decided. */
  unit: z.string(),
  base: json.optional(),
  mine: side,
  /** With the move of the branch that made it so; null when none of the recent ones did. */
  theirs: side.extend({ message: z.string(), seq: z.int().nullable() }),
  /** Node ids: of the loop, the first repeated at the end; of the node that went. */
  path: z.array(z.string()).readonly().optional(),
});
export type EditConflict = z.infer<typeof editConflict>;

/** A branch after a move, with the document there and what the move did in words. */
export const movedBranch = z.object({
  message: z.string(),
  version: versionSummary,
  document: z.unknown(),
  tag: tagSummary,
  undo: undoState,
});
