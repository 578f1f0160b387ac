import { plainWords } from '@/components/editor/panel/form/plain-words';
import { type Collection, type Dag, isCollection } from '@core/dag/document';
import { entryLabel } from '@core/dag/entry-label';
import { isJsonObject, type Json } from '@core/json/json';
import { configJsonSchema } from '@core/nodes/config-schema';
import { findDescriptor } from '@core/nodes/registry';
import { parsePointer } from '@core/patch/pointer';
import type { Sides } from '@core/patch/rebase';

const FIELDS: Readonly<Record<string, string>> = {
  v: 'Type version',
  disabled: 'On or off',
  retry: 'Retries',
  timeoutMs: 'Timeout',
  color: 'Colour',
  ext: 'Extra data',
  position: 'Place',
  source: 'Start',
  sourcePort: 'Output',
  target: 'End',
  targetPort: 'Input',
};

const NOUNS: Readonly<Record<Collection, string>> = {
  nodes: '',
  edges: 'the connection ',
  notes: 'the note ',
  groups: 'the group ',
};

/** What a pointer names, in the words of the screen: “Address of Fetch leads”, “Score”. */
export function unitWords(sides: Sides, unit: string): string {
  const [collection, id = ''] = parsePointer(unit);
  const field = fieldWords(sides, unit);
  if (!isCollection(collection)) return field ?? 'The workflow';
  const entry = entryWords(sides, collection, id);
  return field === undefined ? entry : `${field} of ${NOUNS[collection]}${entry}`;
}

/** The field alone: “Address”; undefined for a whole entry. */
export function fieldWords(sides: Sides, unit: string): string | undefined {
  const [collection, id = '', field, ...inside] = parsePointer(unit);
  if (collection === undefined) return undefined;
  if (!isCollection(collection)) return settingWords(collection, id, [field ?? '', ...inside]);
  if (field === undefined) return undefined;
  const node = sides.base.nodes[id] ?? sides.incoming.nodes[id];
  if (field === 'config' && inside.length > 0) return configWords(node?.type, inside);
  return [FIELDS[field] ?? plainWords(field), ...inside].join(' › ');
}

/** What the entry is called: as it was, or as whoever added it calls it. */
export function entryWords(sides: Sides, collection: Collection, id: string): string {
  const docs = [sides.base, sides.incoming, sides.head];
  return docs.map((dag) => entryLabel(dag, collection, id)).find((label) => label) ?? id;
}

/** A value that fits into a sentence; how one side calls an entry that is decided as a whole. */
export function valueWords(dag: Dag, unit: string, value: Json | undefined): string {
  if (value === undefined) return 'nothing';
  const [collection, id = '', field, ...rest] = parsePointer(unit);
  if (isCollection(collection) && field === undefined) {
    return entryLabel(dag, collection, id) ?? 'nothing';
  }
  if (isCollection(collection) && rest.length === 0) {
    const label = referenceWords(dag, field, value);
    if (label !== undefined) return label;
  }
  if (typeof value === 'string') return `“${value}”`;
  return JSON.stringify(value);
}

function referenceWords(dag: Dag, field: string | undefined, value: Json): string | undefined {
  if (field === 'disabled') return value === true ? 'off' : 'on';
  if (field === 'position' && isJsonObject(value))
    return `x ${round(value.x)}, y ${round(value.y)}`;
  if (field === 'size' && isJsonObject(value)) {
    return `${round(value.width)} × ${round(value.height)}`;
  }
  if (typeof value !== 'string') return undefined;
  if (field === 'group') return entryLabel(dag, 'groups', value);
  const isEnd = field === 'source' || field === 'target';
  return isEnd ? entryLabel(dag, 'nodes', value) : undefined;
}

function round(value: Json | undefined): string {
  return typeof value === 'number' ? String(Math.round(value)) : '?';
}

/** A field of a configuration as its form calls it. */
function configWords(type: string | undefined, path: readonly string[]): string {
  const descriptor = type === undefined ? undefined : findDescriptor(type);
  let schema: Json | undefined = descriptor && configJsonSchema(descriptor);
  const words = path.map((key) => {
    const properties: Json | undefined = isJsonObject(schema) ? schema.properties : undefined;
    schema = isJsonObject(properties) ? properties[key] : undefined;
    const title = isJsonObject(schema) ? schema.title : undefined;
    return typeof title === 'string' ? title : plainWords(key);
  });
  return words.join(' › ');
}

function settingWords(top: string, part: string, inside: readonly string[]): string {
  const settings = part === 'run' ? 'Run settings' : 'Display settings';
  const words = top === 'settings' ? [settings, ...inside] : ['Extra data', part, ...inside];
  return words.filter((word) => word !== '').join(' › ');
}
