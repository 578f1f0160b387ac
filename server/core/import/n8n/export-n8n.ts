import type { Dag } from '../../dag/document';
import type { Json, JsonObject } from '../../json/json';
import { isJsonObject } from '../../json/json';
import { writeLinks } from './export-links';
import { exportNames, renames } from './export-names';
import { objectOf, omit } from '../objects';
import { toAbsolute } from '../place';
import { contextOf } from './import-n8n';
import { writeNode } from './node-lens';
import { writeNote } from './note-lens';
import { renameReferences } from './references';
import { scaleOf } from './scale';

/**
 * A document as an n8n file. What came from n8n and was not edited comes back equal [D3]; edits are
 * written in n8n's words where it has them; nodes of ours become `stemma.<type>` where it has none.
 */
export function exportN8n(dag: Dag): JsonObject {
  const n8n = objectOf(dag.ext.n8n);
  const order = entryOrder(dag, n8n.order);
  const nodeIds = order.filter((id) => dag.nodes[id] !== undefined);
  const names = exportNames(dag, nodeIds);
  const renamed = renames(dag, names);

  const nodes = withoutCopiedIds(
    order.flatMap((id) => writeEntry(dag, id, names)),
    Array.isArray(n8n.order) ? n8n.order.length : 0,
  );
  const connections = writeLinks(dag, { ids: nodeIds, names, renames: renamed });
  const document = objectOf(n8n.document);
  return {
    ...(renamed.size === 0 ? document : withRenamedPins(document, renamed)),
    nodes: renamed.size === 0 ? nodes : nodes.map((node) => renameReferences(node, renamed)),
    ...(hasConnections(n8n, connections) && { connections }),
  };
}

/** The order of the file, and after it what is new, by id. */
function entryOrder(dag: Dag, order: Json | undefined): string[] {
  const known = Array.isArray(order)
    ? order.filter((id): id is string => typeof id === 'string')
    : [];
  const present = known.filter((id) => dag.nodes[id] !== undefined || dag.notes[id] !== undefined);
  const fresh = [...Object.keys(dag.nodes), ...Object.keys(dag.notes)].sort();
  return [...new Set([...present, ...fresh])];
}

function writeEntry(dag: Dag, id: string, names: ReadonlyMap<string, string>): JsonObject[] {
  const node = dag.nodes[id];
  const note = dag.notes[id];
  const context = contextOf(objectOf(dag.ext.n8n).document);
  const scale = scaleOf(dag);
  if (node !== undefined) {
    const group = node.group === undefined ? undefined : dag.groups[node.group];
    const position = toAbsolute(node.position, group?.position);
    return [writeNode(node, { id, position, scale, name: names.get(id) ?? id, context })];
  }
  if (note === undefined) return [];
  return [writeNote(note, { id, position: toAbsolute(note.position), scale })];
}

/** A copy made here carries the foreign ids of its original: n8n gives it new ones. */
function withoutCopiedIds(nodes: readonly JsonObject[], original: number): JsonObject[] {
  const seen = new Set<string>();
  return nodes.map((node, i) => {
    if (typeof node.id !== 'string') return node;
    if (i >= original && seen.has(node.id)) return omit(node, ['id', 'webhookId']);
    seen.add(node.id);
    return node;
  });
}

/** Pinned data goes by the names of nodes. */
function withRenamedPins(document: JsonObject, renamed: ReadonlyMap<string, string>): JsonObject {
  if (!isJsonObject(document.pinData)) return document;
  const pins = Object.entries(document.pinData).map(
    ([name, data]) => [renamed.get(name) ?? name, data] as const,
  );
  return { ...document, pinData: Object.fromEntries(pins) };
}

/** A file that came without connections goes back without, as long as there are none. */
function hasConnections(n8n: JsonObject, connections: JsonObject): boolean {
  const cameWithout = n8n.document !== undefined && n8n.connections === undefined;
  return !cameWithout || Object.keys(connections).length > 0;
}
