import { z } from 'zod';
import { InvalidDagError } from '../errors';
import { isJsonObject, type JsonObject } from '../json/json';
import { shorten } from '../shorten';
import type { Collection } from './document';

/** Any object, of which nothing is copied or walked: entries and configurations can be large. */
const object = z.custom<JsonObject>(isJsonObject, 'Invalid input: expected object');
const position = z.strictObject({ x: z.number(), y: z.number() });
const size = z.strictObject({ width: z.number().min(0), height: z.number().min(0) });

const node = z.strictObject({
  type: z.string().min(1).max(200),
  v: z.int().min(1).optional(),
  name: z.string().optional(),
  position: position.optional(),
  config: object.optional(),
  disabled: z.boolean().optional(),
  group: z.string().optional(),
  retry: z
    .strictObject({
      maxAttempts: z.int().min(1).max(100).optional(),
      backoffMs: z.int().min(0).optional(),
      factor: z.number().min(1).optional(),
      continueOnError: z.boolean().optional(),
    })
    .optional(),
  timeoutMs: z.int().min(0).optional(),
  ext: object.optional(),
});

const edge = z.strictObject({
  source: z.string(),
  sourcePort: z.string().min(1).optional(),
  target: z.string(),
  targetPort: z.string().min(1).optional(),
  feedback: z.boolean().optional(),
  ext: object.optional(),
});

const note = z.strictObject({
  text: z.string(),
  position: position.optional(),
  size: size.optional(),
  color: z.string().optional(),
  ext: object.optional(),
});

const group = z.strictObject({
  name: z.string().optional(),
  position: position.optional(),
  size: size.optional(),
  collapsed: z.boolean().optional(),
  ext: object.optional(),
});

const ENTRY = { nodes: node, edges: edge, notes: note, groups: group } as const;

const frame = z.strictObject({
  schema: z.literal(1),
  nodes: object,
  edges: object,
  notes: object,
  groups: object,
  settings: z.strictObject({ run: object, ui: object }),
  ext: object,
});

/** [D2] Throws InvalidDagError naming the field, unless the entry has its collection's shape. */
export function assertEntryShape(collection: Collection, id: string, entry: unknown): void {
  const result = ENTRY[collection].safeParse(entry);
  if (!result.success) throw refusal(`/${collection}/${id}`, result.error);
}

/** [D2] The same for everything that is not an entry. */
export function assertFrameShape(dag: unknown): void {
  const result = frame.safeParse(dag);
  if (!result.success) throw refusal('', result.error);
}

function refusal(at: string, error: z.ZodError): InvalidDagError {
  const issue = error.issues[0];
  const path = [at, ...(issue?.path.map(String) ?? [])].join('/');
  const reason = shorten(issue?.message ?? 'wrong shape', 200);
  return new InvalidDagError(`${path === '' ? 'The document' : path}: ${reason}.`, { path });
}
