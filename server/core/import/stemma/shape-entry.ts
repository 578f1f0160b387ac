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

/** An entry of the file in our shape. React Flow's `data` becomes the configuration, handles are ports. */
export function shapeEntry(collection: Collection, entry: JsonObject): JsonObject {
  const { ext, ...rest } = entry;
  const known: Record<string, Json> = {};
  const foreign: Record<string, Json> = {};
  for (const [key, value] of Object.entries(rest)) {
    (FIELDS[collection].includes(key) ? known : foreign)[key] = value;
  }
  if (collection === 'nodes') adoptNode(known, foreign);
  if (collection === 'edges') adoptEdge(known, foreign);
  return { ...known, ...withForeign(ext, foreign) };
}

/** `ext` with what the file had besides; nothing when there is neither. */
export function withForeign(ext: Json | undefined, foreign: JsonObject): JsonObject {
  if (Object.keys(foreign).length === 0) return ext === undefined ? {} : { ext };
  const kept = isJsonObject(ext) ? ext : {};
  const flow = isJsonObject(kept.flow) ? kept.flow : {};
  return { ext: { ...kept, flow: { ...flow, ...foreign } } };
}

function adoptNode(known: Record<string, Json>, foreign: Record<string, Json>): void {
  const { data } = foreign;
  known.type ??= UNTYPED;
  if (!isJsonObject(data)) return;
  const label = [data.label, data.name].find((word) => typeof word === 'string' && word !== '');
  if (known.name === undefined && label !== undefined) known.name = label;
  if (known.config === undefined) {
    known.config = data;
    delete foreign.data;
  }
}

function adoptEdge(known: Record<string, Json>, foreign: Record<string, Json>): void {
  for (const [handle, port] of [
    ['sourceHandle', 'sourcePort'],
    ['targetHandle', 'targetPort'],
  ] as const) {
    const value = foreign[handle];
    if (known[port] !== undefined || typeof value !== 'string' || value === '') continue;
    known[port] = value;
    delete foreign[handle];
  }
}
