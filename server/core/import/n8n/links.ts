import type { DagEdge, DagNode } from '../../dag/document';
import { endsKey } from '../../dag/logic';
import type { Json, JsonObject } from '../../json/json';
import { isJsonObject } from '../../json/json';
import type { KeptAside } from '../report';
import { omit } from '../objects';
import { portFrom } from './ports';

/**
 * The connections of one node as it had them: by type, by output, in order; an edge by its id,
 * anything that became no edge as `{ keep: <value> }`. Kept in `ext.n8n.connections` of the node.
 */
export type Skeleton = JsonObject;

export interface LinkHost {
  readonly nodes: Readonly<Record<string, DagNode>>;
  /** Node ids by name; of several with one name n8n sees the last. */
  readonly byName: ReadonlyMap<string, string>;
  readonly edgeId: (edge: DagEdge) => string;
}

export interface Links {
  readonly edges: Map<string, DagEdge>;
  readonly keptAside: KeptAside[];
  readonly skeletons: Map<string, Skeleton>;
  /** Connections from names that no node has, as they came. */
  readonly dangling: Record<string, Json>;
}

/** Turns n8n's connections, by name, into edges, and keeps whatever can be no edge [D2]. */
export function readLinks(connections: JsonObject, host: LinkHost): Links {
  const links: Links = { edges: new Map(), keptAside: [], skeletons: new Map(), dangling: {} };
  const reader = new LinkReader(host, links);
  for (const [name, byType] of Object.entries(connections)) {
    const source = host.byName.get(name);
    if (source !== undefined && isJsonObject(byType)) {
      links.skeletons.set(source, reader.readSource(source, byType));
      continue;
    }
    links.dangling[name] = byType;
    const reason =
      source === undefined ? 'No node has this name.' : 'The connections are no JSON object.';
    links.keptAside.push({ kind: source === undefined ? 'dangling' : 'odd', source: name, reason });
  }
  return links;
}

/** Where an entry of the connections stands. */
interface Place {
  readonly source: string;
  readonly type: string;
  readonly index: number;
}

class LinkReader {
  readonly #host: LinkHost;
  readonly #links: Links;
  readonly #seen = new Set<string>();

  constructor(host: LinkHost, links: Links) {
    this.#host = host;
    this.#links = links;
  }

  readSource(source: string, byType: JsonObject): Skeleton {
    return Object.fromEntries(
      Object.entries(byType).map(([type, outputs]) => [
        type,
        this.#readOutputs({ source, type, index: 0 }, outputs),
      ]),
    );
  }

  #readOutputs(place: Place, outputs: Json): Json {
    if (!Array.isArray(outputs))
      return this.#keep(place, outputs, { kind: 'odd', reason: 'This is no list of outputs.' });
    return outputs.map((output: Json, index) => {
      const at = { ...place, index };
      if (output === null) return null;
      if (!Array.isArray(output))
        return this.#keep(at, output, { kind: 'odd', reason: 'This is no list of connections.' });
      return output.map((entry: Json) => this.#readEntry(at, entry));
    });
  }

  #readEntry(place: Place, entry: Json): Json {
    if (
      !isJsonObject(entry) ||
      typeof entry.node !== 'string' ||
      typeof entry.type !== 'string' ||
      typeof entry.index !== 'number'
    ) {
      return this.#keep(place, entry, {
        kind: 'odd',
        reason: 'A connection needs a node, a type and an index.',
      });
    }
    const target = this.#host.byName.get(entry.node);
    if (target === undefined) {
      return this.#keep(place, entry, {
        kind: 'dangling',
        target: entry.node,
        reason: 'No node has this name.',
      });
    }
    const ends = this.#ends(place, { target, type: entry.type, index: entry.index });
    if (ends === undefined) {
      return this.#keep(place, entry, {
        kind: 'odd',
        target: entry.node,
        reason: 'There is no such output or input.',
      });
    }
    if (target === place.source) {
      return this.#keep(place, entry, {
        kind: 'self',
        target: entry.node,
        reason: 'The node is connected to itself.',
      });
    }
    if (this.#seen.has(endsKey(ends))) {
      return this.#keep(place, entry, {
        kind: 'duplicate',
        target: entry.node,
        reason: 'The same connection came before.',
      });
    }
    this.#seen.add(endsKey(ends));
    const extra = omit(entry, ['node', 'type', 'index']);
    const edge = Object.keys(extra).length === 0 ? ends : { ...ends, ext: { n8n: extra } };
    const id = this.#host.edgeId(edge);
    this.#links.edges.set(id, edge);
    return id;
  }

  #ends(from: Place, to: { target: string; type: string; index: number }): DagEdge | undefined {
    const source = this.#host.nodes[from.source];
    const target = this.#host.nodes[to.target];
    if (source === undefined || target === undefined) return undefined;
    const sourcePort = portFrom(source, 'outputs', from);
    const targetPort = portFrom(target, 'inputs', to);
    if (sourcePort === undefined || targetPort === undefined) return undefined;
    return { source: from.source, sourcePort, target: to.target, targetPort };
  }

  #keep(place: Place, value: Json, why: Omit<KeptAside, 'source'>): Json {
    const source = this.#host.nodes[place.source]?.name ?? place.source;
    this.#links.keptAside.push({ source, ...why });
    return { keep: value };
  }
}
