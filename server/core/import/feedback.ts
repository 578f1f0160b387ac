import type { DagEdge } from '../dag/document';
import { componentsOf } from './components';
import { pushTo } from './push-to';

type EdgeEntry = readonly [id: string, edge: DagEdge];

export interface LoopInput {
  /** Node ids in source order. */
  readonly nodes: readonly string[];
  /** Edges in source order. */
  readonly edges: readonly EdgeEntry[];
  /** Edges that were marked before; a mark stays as long as its edge is part of a loop. */
  readonly earlier: ReadonlySet<string>;
}

/**
 * [D6] The edges to mark as feedback so that the others close no loop: earlier marks first, then
 * those that a depth-first search in source order finds leading back to where it came from.
 */
export function feedbackEdges({ nodes, edges, earlier }: LoopInput): ReadonlySet<string> {
  const marked = partsOfLoops(
    edges.filter(([id]) => earlier.has(id)),
    outgoing(edges),
  );
  const rest = outgoing(edges.filter(([id]) => !marked.has(id)));
  const state = new Map<string, 'open' | 'done'>();
  for (const root of nodes) {
    if (!state.has(root)) searchFrom(root, rest, { state, marked });
  }
  return marked;
}

type Outgoing = ReadonlyMap<string, readonly EdgeEntry[]>;

interface Search {
  readonly state: Map<string, 'open' | 'done'>;
  readonly marked: Set<string>;
}

/** Depth-first without recursion: each frame remembers which of its edges comes next. */
function searchFrom(root: string, graph: Outgoing, { state, marked }: Search): void {
  const stack = [{ node: root, next: 0 }];
  state.set(root, 'open');
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const entry = graph.get(frame.node)?.[frame.next];
    frame.next += 1;
    if (entry === undefined) {
      state.set(frame.node, 'done');
      stack.pop();
      continue;
    }
    const [id, edge] = entry;
    const seen = state.get(edge.target);
    if (seen === 'open') marked.add(id);
    if (seen === undefined) {
      state.set(edge.target, 'open');
      stack.push({ node: edge.target, next: 0 });
    }
  }
}

/** Those of the edges whose source can be reached from their target. */
function partsOfLoops(edges: readonly EdgeEntry[], graph: Outgoing): Set<string> {
  const targetsOf = (node: string) => (graph.get(node) ?? []).map(([, { target }]) => target);
  const sources = edges.map(([, { source }]) => source);
  const components = componentsOf(sources, targetsOf);
  const inLoops = edges.filter(
    ([, { source, target }]) => components.get(source) === components.get(target),
  );
  return new Set(inLoops.map(([id]) => id));
}

function outgoing(edges: readonly EdgeEntry[]): Outgoing {
  const graph = new Map<string, EdgeEntry[]>();
  for (const entry of edges) {
    const [, { source }] = entry;
    pushTo(graph, source, entry);
  }
  return graph;
}
