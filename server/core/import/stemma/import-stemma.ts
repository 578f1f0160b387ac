import type { Collection, Dag } from '../../dag/document';
import { emptyDag } from '../../dag/document';
import { validateDag } from '../../dag/validate';
import { DomainError, ImportError } from '../../errors';
import type { Json, JsonObject } from '../../json/json';
import { isJsonObject } from '../../json/json';
import { detectFormat } from '../detect-format';
import { assertImportable } from '../importable';
import type { Imported, ImportOptions } from '../imported';
import { UNNAMED } from '../imported';
import type { SourceEntry } from './entries';
import { readEntries } from './entries';
import { joinEdges } from './join-edges';
import { reportStemma } from './report-stemma';
import { shapeEntry, withForeign } from './shape-entry';

const FRAME = ['schema', 'nodes', 'edges', 'notes', 'groups', 'settings', 'ext'];

/**
 * [D1] Stemma's own JSON in map form, or lists of nodes and edges with ids, as React Flow has them.
 * Ids that do not fit get new ones and stay in `ext.flow.id`, foreign fields in `ext.flow`; connections
 * that no document may have wait in `ext.flow.edges` of the document.
 */
export function importStemma(source: unknown, options: ImportOptions): Imported {
  assertImportable(source);
  assertFrame(source);
  const nodes = entriesOf('nodes', source, options);
  const groups = entriesOf('groups', source, options);
  const notes = entriesOf('notes', source, options);
  const edges = entriesOf('edges', source, options);
  const joined = joinEdges({ nodes, edges, earlier: feedbackOf(options.existing) });

  const foreign: Record<string, Json> = {};
  for (const [key, value] of Object.entries(source)) if (!FRAME.includes(key)) foreign[key] = value;
  if (joined.aside.length > 0) foreign.edges = joined.aside;
  const { settings } = emptyDag();
  const dag: unknown = {
    ...emptyDag(),
    settings: { ...settings, ...(isJsonObject(source.settings) ? source.settings : {}) },
    ...withForeign(source.ext ?? {}, foreign),
    nodes: byId(inGroups(nodes, groups)),
    groups: byId(groups),
    notes: byId(notes),
    edges: joined.edges,
  };
  assertDocument(dag);
  const format = detectFormat(source) === 'react-flow' ? 'react-flow' : 'stemma';
  return {
    dag,
    name: typeof source.name === 'string' && source.name.trim() !== '' ? source.name : UNNAMED,
    report: reportStemma({
      dag,
      format,
      entries: [nodes, notes, groups, edges],
      joined,
      existing: options.existing,
    }),
  };
}

/** A document as a file: it is its own format. */
export function exportStemma(dag: Dag): JsonObject {
  return JSON.parse(JSON.stringify(dag)) as JsonObject;
}

function assertFrame(source: JsonObject): void {
  if (!isJsonObject(source.nodes) && !Array.isArray(source.nodes)) {
    throw new ImportError('The file has no nodes, neither as a map nor as a list.');
  }
  if (source.schema !== undefined && source.schema !== 1) {
    throw new ImportError('The file was written in a form that this version does not know.');
  }
}

function assertDocument(dag: unknown): asserts dag is Dag {
  try {
    validateDag(dag);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new ImportError(`The file is no document: ${error.message}`, error.data);
  }
}

function entriesOf(
  collection: Collection,
  source: JsonObject,
  options: ImportOptions,
): readonly SourceEntry[] {
  const earlier = foreignIds(options.existing, collection);
  const entries = readEntries(collection, source[collection], { random: options.random, earlier });
  return entries.map((entry) => {
    const shaped = shapeEntry(collection, entry.value);
    const isOurs = entry.foreignId === undefined || entry.foreignId === entry.id;
    const kept = isOurs ? {} : withForeign(shaped.ext, { id: entry.foreignId ?? '' });
    return { ...entry, value: { ...shaped, ...kept } };
  });
}

/** Our ids by the ids the file had, for importing the same file again. */
function foreignIds(
  existing: Dag | undefined,
  collection: Collection,
): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const entries: readonly (readonly [string, { readonly ext?: JsonObject }])[] = Object.entries(
    existing?.[collection] ?? {},
  );
  for (const [id, { ext }] of entries) {
    const flow = ext?.flow;
    if (isJsonObject(flow) && typeof flow.id === 'string') ids.set(flow.id, id);
  }
  return ids;
}

function feedbackOf(existing: Dag | undefined): ReadonlySet<string> {
  const edges = Object.entries(existing?.edges ?? {});
  return new Set(edges.filter(([, edge]) => edge.feedback === true).map(([id]) => id));
}

/** Groups named by the ids they have here. */
function inGroups(
  nodes: readonly SourceEntry[],
  groups: readonly SourceEntry[],
): readonly SourceEntry[] {
  const ids = new Map(groups.map(({ foreignId, id }) => [foreignId ?? id, id]));
  return nodes.map((node) => {
    const { group } = node.value;
    const id = typeof group === 'string' ? ids.get(group) : undefined;
    return id === undefined ? node : { ...node, value: { ...node.value, group: id } };
  });
}

function byId(entries: readonly SourceEntry[]): Record<string, JsonObject> {
  return Object.fromEntries(entries.map(({ id, value }) => [id, value]));
}
