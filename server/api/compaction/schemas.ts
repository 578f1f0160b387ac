import { z } from 'zod';
import { inProject, instant, mutation, page, paging, person, uuid } from '../shared/schemas';

/** Why a head is a candidate, with the figure that makes it one. */
const reason = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('deep'), patches: z.int() }),
  /** Milliseconds that reading its chain from storage took on average within a day. */
  z.object({ kind: z.literal('slow'), ms: z.number() }),
  /** How often its chain was read from storage within a day. */
  z.object({ kind: z.literal('hot'), readings: z.int() }),
]);

export const candidatesInput = inProject.extend({
  /** Depth above which a head is deep; the project's own when left out. */
  threshold: z.int().min(0).max(128).optional(),
  limit: z.int().min(1).max(200).default(50),
});
export const candidate = z.object({
  headId: uuid,
  workflowId: uuid,
  workflowName: z.string(),
  tags: z.array(z.object({ id: uuid, name: z.string() })),
  reasons: z.array(reason),
  depth: z.int(),
  members: z.int(),
  /** Bytes of the patches since the base of its chain, and of that base itself. */
  patchBytes: z.int(),
  baseBytes: z.int(),
  /** What reading the head takes today, and would take compacted; bytes are null when not known. */
  reading: z.object({ blobs: z.int(), bytes: z.int() }),
  compacted: z.object({ blobs: z.int(), bytes: z.int().nullable() }),
  gainBytes: z.int().nullable(),
  /** When the head was last read from its stored bytes, and how long that took; null when not this week. */
  materialized: z.object({ at: instant, ms: z.number() }).nullable(),
  versionHash: z.string(),
  movedAt: instant,
});
export const candidatesOutput = z.object({ threshold: z.int(), items: z.array(candidate) });

export const compactInput = mutation.extend({
  headId: uuid,
  /** Also point this branch at the compacted version, when it still points at the head. */
  moveTagId: uuid.optional(),
});
export const compaction = z.object({
  versionId: uuid,
  compactedFromId: uuid,
  /** Hash recorded for the head, and hash computed from the compacted document: always equal. */
  before: z.string(),
  after: z.string(),
  originalDepth: z.int(),
  originalPatches: z.int(),
  bytes: z.int(),
  compactedBy: person,
  /** Whether it was made by Stemma itself, and by nobody's wish. */
  automatic: z.boolean(),
  compactedAt: instant,
});
export const compactOutput = compaction.extend({ created: z.boolean(), tagMoved: z.boolean() });
export const listInput = inProject.extend({ ...paging });
export const listOutput = page(compaction.extend({ workflowId: uuid, workflowName: z.string() }));
