import type { Dag, DagEdge, DagNode } from '../../dag/document';
import { sourcePortOf, targetPortOf } from '../../nodes/ports';
import type { Json, JsonObject } from '../../json/json';
import { isJsonObject } from '../../json/json';
import { pushTo } from '../push-to';
import { objectOf } from '../objects';
import type { ForeignPort } from './ports';
import { portTo } from './ports';

export interface ExportLinkArgs {
  readonly ids: readonly string[];
  readonly names: ReadonlyMap<string, string>;
  readonly renames: ReadonlyMap<string, string>;
}

/**
 * The connections of an n8n file: those a node came with, in their places, without the ones deleted
 * since and with the names of now; new ones are added at the end of their outputs.
 */
export function writeLinks(dag: Dag, { ids, names, renames }: ExportLinkArgs): JsonObject {
  const result = new Map(Object.entries(objectOf(objectOf(dag.ext.n8n).connections)));
  const bySource = edgesBySource(dag);
  for (const id of ids) {
    const node = dag.nodes[id];
    if (node === undefined) continue;
    const writer = new LinkWriter({ dag, id, node, names, renames });
    const byType = writer.write(bySource.get(id) ?? []);
    if (byType !== undefined) result.set(names.get(id) ?? id, byType);
  }
  return Object.fromEntries(result);
}

type EdgeEntry = readonly [id: string, edge: DagEdge];

interface WriterArgs {
  readonly dag: Dag;
  readonly id: string;
  readonly node: DagNode;
  readonly names: ReadonlyMap<string, string>;
  readonly renames: ReadonlyMap<string, string>;
}

class LinkWriter {
  readonly #args: WriterArgs;
  readonly #placed = new Set<string>();

  constructor(args: WriterArgs) {
    this.#args = args;
  }

  /** Undefined when the node has no connections and came without. */
  write(edges: readonly EdgeEntry[]): JsonObject | undefined {
    const skeleton = objectOf(this.#args.node.ext?.n8n).connections;
    if (!isJsonObject(skeleton) && edges.length === 0) return undefined;
    const byType = new Map<string, Json>();
    for (const [type, outputs] of Object.entries(objectOf(skeleton)))
      byType.set(type, this.#restoreOutputs(type, outputs));
    for (const [id, edge] of edges) {
      if (!this.#placed.has(id)) this.#append(byType, edge);
    }
    return Object.fromEntries(byType);
  }

  #restoreOutputs(type: string, outputs: Json): Json {
    if (!Array.isArray(outputs)) return keptValue(outputs);
    return outputs.map((list: Json, index) => {
      if (!Array.isArray(list)) return list === null ? null : keptValue(list);
      return list.flatMap((entry: Json) => this.#restoreEntry(entry, { type, index }));
    });
  }

  /** Nothing when the edge is gone or starts elsewhere by now. */
  #restoreEntry(entry: Json, port: ForeignPort): Json[] {
    if (typeof entry !== 'string') return [this.#renamed(keptValue(entry))];
    const edge = this.#args.dag.edges[entry];
    if (edge?.source !== this.#args.id) return [];
    const now = portTo(this.#args.node, 'outputs', sourcePortOf(edge));
    if (now.type !== port.type || now.index !== port.index) return [];
    this.#placed.add(entry);
    return [this.#entryFor(edge)];
  }

  #append(byType: Map<string, Json>, edge: DagEdge): void {
    const { type, index } = portTo(this.#args.node, 'outputs', sourcePortOf(edge));
    const known = byType.get(type);
    const outputs: Json[] = Array.isArray(known) ? [...(known as readonly Json[])] : [];
    while (outputs.length <= index) outputs.push([]);
    const list = outputs[index];
    outputs[index] = [
      ...(Array.isArray(list) ? (list as readonly Json[]) : []),
      this.#entryFor(edge),
    ];
    byType.set(type, outputs);
  }

  #entryFor(edge: DagEdge): Json {
    const target = this.#args.dag.nodes[edge.target];
    const node = this.#args.names.get(edge.target) ?? edge.target;
    const port =
      target === undefined
        ? { type: 'main', index: 0 }
        : portTo(target, 'inputs', targetPortOf(edge));
    return { ...objectOf(edge.ext?.n8n), node, ...port };
  }

  #renamed(value: Json): Json {
    if (!isJsonObject(value) || typeof value.node !== 'string') return value;
    return { ...value, node: this.#args.renames.get(value.node) ?? value.node };
  }
}

function keptValue(value: Json): Json {
  return isJsonObject(value) && value.keep !== undefined ? value.keep : value;
}

function edgesBySource(dag: Dag): ReadonlyMap<string, readonly EdgeEntry[]> {
  const result = new Map<string, EdgeEntry[]>();
  for (const entry of Object.entries(dag.edges).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [, { source }] = entry;
    pushTo(result, source, entry);
  }
  return result;
}
