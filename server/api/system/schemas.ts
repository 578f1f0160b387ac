import { z } from 'zod';
import { inProject, instant } from '../shared/schemas';

export const scopeInput = inProject;

/** How many branch heads sit at each depth. */
export const depthOutput = z.array(z.object({ depth: z.int(), heads: z.int() }));

/** Of the runs submitted: how many reused a snapshot, linked one of equal logic, or built one. */
export const cacheOutput = z.object({
  runs: z.int(),
  reused: z.int(),
  linked: z.int(),
  built: z.int(),
  hitRate: z.number().nullable(),
});

export const storageOutput = z.array(
  z.object({
    kind: z.enum(['dag_version', 'patch_set', 'run_manifest', 'run_snapshot']),
    artifacts: z.int(),
    /** Bytes the artifacts would take without sharing, and bytes really stored. */
    logicalBytes: z.int(),
    storedBytes: z.int(),
  }),
);

/** Busiest branches by moves within the last `days`. */
export const churnInput = inProject.extend({ days: z.int().min(1).max(365).default(7) });
export const churnOutput = z.array(
  z.object({
    tagId: z.uuid(),
    tagName: z.string(),
    workflowId: z.uuid(),
    workflowName: z.string(),
    moves: z.int(),
    undos: z.int(),
    people: z.int(),
  }),
);

/** `setup` is true while nobody but the demo people has an account. */
export const healthOutput = z.object({
  ok: z.boolean(),
  database: z.boolean(),
  setup: z.boolean(),
});

/** What the scrub in the background has read again, and what of it is not what it was. */
export const integrityOutput = z.object({
  /** The pass under way (`finishedAt` is null) or the last one; null before the first. */
  pass: z
    .object({ startedAt: instant, finishedAt: instant.nullable(), checked: z.int() })
    .nullable(),
  damages: z.int(),
  /** At most a hundred of them. */
  damaged: z.array(
    z.object({
      kind: z.enum(['blob', 'head']),
      /** Address of the blob, or id of the version. */
      subject: z.string(),
      /** Where it is found in the log. */
      correlation: z.uuid(),
      foundAt: instant,
    }),
  ),
});
