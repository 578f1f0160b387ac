import type { Collection } from '../../dag/document';
import type { Json, JsonObject } from '../../json/json';
import { isJsonObject } from '../../json/json';

/** What our entries have; anything else of an entry is kept in `ext.flow` [D3]. */
const FIELDS: Readonly<Record<Collection, readonly string[]>> = {
  nodes: ['type', 'v', 'name', 'position', 'config', 'disabled', 'group', 'retry', 'timeoutMs'],
  edges: ['source', 'sourcePort', 'target', 'targetPort', 'feedback'],
  notes: ['text', 'position', 'size', 'color'],
  groups: ['name', 'position', 'size', 'collapsed'],
};

/** The type of a node that the file gives none. */
const UNTYPED = 'flow.default';

/** An entry of the file in our shape. */
export function shapeEntry(collection: Collection, entry: JsonObject): JsonObject {
  const { ext, ...rest } = entry;
  const known: Record<string, Json> = {};
  const foreign: Record<string, Json> = {};
  for (const [key, value] of Object.entries(rest)) {
    (FIELDS[collection].includes(key) ? known : foreign)[key] = value;
  }
  if (collection === 'nodes') known.type ??= UNTYPED;
  return { ...known, ...withForeign(ext, foreign) };
}

/** `ext` with what the file had besides; nothing when there is neither. */
export function withForeign(ext: Json | undefined, foreign: JsonObject): JsonObject {
  if (Object.keys(foreign).length === 0) return ext === undefined ? {} : { ext };
  const kept = isJsonObject(ext) ? ext : {};
  const flow = isJsonObject(kept.flow) ? kept.flow : {};
  return { ext: { ...kept, flow: { ...flow, ...foreign } } };
}
