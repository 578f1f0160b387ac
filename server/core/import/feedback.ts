import type { DagEdge } from '../dag/document';
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
  const all = outgoing(edges);
  const marked = new Set<string>();
  for (const [id, edge] of edges) {
    if (earlier.has(id) && reaches(all, edge.target, edge.source)) marked.add(id);
  }
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

function reaches(graph: Outgoing, from: string, to: string): boolean {
  const seen = new Set([from]);
  const open = [from];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node === to) return true;
    for (const [, edge] of graph.get(node) ?? []) {
      if (seen.has(edge.target)) continue;
      seen.add(edge.target);
      open.push(edge.target);
    }
  }
  return false;
}

function outgoing(edges: readonly EdgeEntry[]): Outgoing {
  const graph = new Map<string, EdgeEntry[]>();
  for (const entry of edges) {
    const [, { source }] = entry;
    pushTo(graph, source, entry);
  }
  return graph;
}
