import { z } from 'zod';
import { COLLECTIONS } from '@core/dag/document';
import {
  inProject,
  instant,
  json,
  ops,
  page,
  paging,
  person,
  tagRef,
  tagSummary,
  undoState,
  uuid,
  versionSummary,
} from '../shared/schemas';

/** Names a version by its id, by its hash, or as the end of a branch. */
const versionRef = z.union([
  z.object({ versionId: uuid }),
  z.object({
    versionHash: z.string().regex(/^[0-9a-f]{64}$/, 'A hash has 64 hexadecimal digits.'),
    workflowId: uuid,
  }),
  tagRef,
]);
/** A JSON pointer into the document; empty for all of it. */
const pointer = z.string().max(10_000);

export const getInput = inProject.and(versionRef);
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

export const historyInput = inProject.and(versionRef).and(
  z.object({
    /** Only versions by this person. */
    author: uuid.optional(),
    /** Only versions that changed something at, above or under this place. */
    pointer: pointer.optional(),
    /** Only versions that execute otherwise than the one before. */
    behaviour: z.boolean().optional(),
    ...paging,
  }),
);
export const historyOutput = page(versionSummary);

export const blameInput = inProject.and(versionRef).and(z.object({ pointer: pointer.default('') }));
export const blameOutput = z.object({
  version: versionSummary,
  /** Newest first. The unit that is the pointer itself stands for all that no other line names. */
  lines: z
    .array(
      z.object({
        unit: z.string(),
        versionId: uuid,
        generation: z.int(),
        message: z.string(),
        author: person,
        at: instant,
      }),
    )
    .readonly(),
});

export const compareInput = inProject.extend({
  before: versionRef,
  after: versionRef,
  /** False leaves out what was only moved or dressed. */
  layout: z.boolean().default(true),
});

const fieldChanges = z
  .array(
    z.object({
      /** Inside the entry, or in the document where it is no entry's; empty for the whole entry. */
      path: z.string(),
      /** The values, left out where there is none. */
      before: json.optional(),
      after: json.optional(),
      /** Where it stands or how it is dressed, not what it does. */
      layout: z.boolean(),
    }),
  )
  .readonly();
const entryChanges = z
  .array(
    z.object({
      id: z.string(),
      /** Moved: on both sides, and nothing but layout differs. */
      kind: z.enum(['added', 'removed', 'changed', 'moved']),
      name: z.object({ before: z.string().nullable(), after: z.string().nullable() }),
      fields: fieldChanges,
    }),
  )
  .readonly();
const counts = z.object({
  added: z.int(),
  removed: z.int(),
  changed: z.int(),
  moved: z.int(),
});
export const compareOutput = z.object({
  before: versionSummary,
  after: versionSummary,
  comparison: z.object({
    entries: z.record(z.enum(COLLECTIONS), entryChanges),
    /** Settings and extra data of the document itself. */
    document: fieldChanges,
    counts: z.record(z.enum(COLLECTIONS), counts),
    /** Whether a run of one would be another run than of the other. */
    logicChanged: z.boolean(),
  }),
  /** What makes the one of the other, layout included. */
  ops,
});
