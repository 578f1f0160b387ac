import type { Collection, Dag } from '../../dag/document';
import { emptyDag } from '../../dag/document';
import { validateDag } from '../../dag/validate';
import { DomainError, ImportError } from '../../errors';
import type { Json, JsonObject } from '../../json/json';
import { isJsonObject } from '../../json/json';
import { assertImportable } from '../importable';
import type { Imported, ImportOptions } from '../imported';
import { nameIn } from '../imported';
import type { SourceEntry } from './entries';
import { readEntries } from './entries';
import { betweenOurs, endsOf, joinEdges } from './join-edges';
import { reportStemma } from './report-stemma';
import { shapeEntry, withForeign } from './shape-entry';

const FRAME = ['schema', 'nodes', 'edges', 'notes', 'groups', 'settings', 'ext'];

/**
 * [D1] Stemma's own JSON, in map form or as lists of nodes and edges with ids. Ids that do not fit get
 * new ones and stay in `ext.flow.id`, foreign fields in `ext.flow`; connections that no document may
 * have wait in `ext.flow.edges` of the document.
 */
export function importStemma(source: unknown, { random, existing }: ImportOptions): Imported {
  assertImportable(source);
  assertFrame(source);
  const read = (collection: Collection, wordsInFile = wordsOf): readonly SourceEntry[] =>
    shaped(
      collection,
      readEntries(collection, source[collection], {
        random,
        earlier: existing?.[collection] ?? {},
        wordsInFile,
        words: collection === 'edges' ? endsOf : wordsOf,
      }),
    );
  const nodes = read('nodes');
  const groups = read('groups');
  const notes = read('notes');
  const ids = new Map(nodes.map(({ foreignId, id }) => [foreignId ?? id, id]));
  const edges = read('edges', (edge) => endsOf(betweenOurs(edge, ids)));
  const joined = joinEdges({ nodes, edges, ids, existing });

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
  return {
    dag,
    name: nameIn(source),
    report: reportStemma({ dag, entries: [nodes, notes, groups, edges], joined, existing }),
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

/** Entries in our shape, with the ids they had in the file where those are not ours. */
function shaped(collection: Collection, entries: readonly SourceEntry[]): readonly SourceEntry[] {
  return entries.map((entry) => {
    const value = shapeEntry(collection, entry.value);
    const isOurs = entry.foreignId === undefined || entry.foreignId === entry.id;
    const kept = isOurs ? {} : withForeign(value.ext, { id: entry.foreignId ?? '' });
    return { ...entry, value: { ...value, ...kept } };
  });
}

/** What is told apart by what it is and is called. */
function wordsOf({ type, name, text }: JsonObject): string {
  return JSON.stringify([type, name, text]);
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
