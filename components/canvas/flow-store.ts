import {
  applyEdgeChanges,
  applyNodeChanges,
  type EdgeChange,
  type NodeChange,
} from '@xyflow/react';
import { flowFromDag } from './flow-from-dag';
import type { CanvasEdge, CanvasNode, Flow, FlowInput } from './flow-types';

export interface FlowSnapshot extends Flow {
  /** Canvas ids; a new array only when the selection changes. */
  readonly selectedNodes: readonly string[];
  readonly selectedEdges: readonly string[];
}

const NONE: readonly string[] = [];

/**
 * What React Flow shows: the document, and over it what belongs to nobody else (selection, a drag
 * under way). Read through `subscribe` and `snapshot`.
 */
export class FlowStore {
  #input: FlowInput;
  #snapshot: FlowSnapshot;
  readonly #listeners = new Set<() => void>();

  constructor(input: FlowInput) {
    this.#input = input;
    this.#snapshot = { ...flowFromDag(input), selectedNodes: NONE, selectedEdges: NONE };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): FlowSnapshot => this.#snapshot;

  /** Shows another document, or other problems or marks; what stays the same is kept as it is. */
  show(input: FlowInput): void {
    this.#input = input;
    this.#set(flowFromDag(input, this.#snapshot), true);
  }

  readonly changeNodes = (changes: NodeChange<CanvasNode>[]): void => {
    const kept = changes.filter((change) => change.type !== 'remove');
    if (kept.length === 0) return;
    const nodes = applyNodeChanges(kept, this.#snapshot.nodes);
    this.#set({ nodes, edges: this.#snapshot.edges }, kept.some(isSelection));
  };

  readonly changeEdges = (changes: EdgeChange<CanvasEdge>[]): void => {
    const kept = changes.filter((change) => change.type !== 'remove');
    if (kept.length === 0) return;
    const edges = applyEdgeChanges(kept, this.#snapshot.edges);
    this.#set({ nodes: this.#snapshot.nodes, edges }, kept.some(isSelection));
  };

  select(nodes: Iterable<string>, edges: Iterable<string> = NONE): void {
    const flow: Flow = {
      nodes: withSelected(this.#snapshot.nodes, new Set(nodes)),
      edges: withSelected(this.#snapshot.edges, new Set(edges)),
    };
    this.#set(flow, true);
  }

  selectAll(): void {
    const { nodes, edges } = this.#snapshot;
    const shown = nodes.filter((node) => node.hidden !== true);
    this.select(
      shown.map((node) => node.id),
      edges.map((edge) => edge.id),
    );
  }

  /** Puts boxes back where the document has them, after a move that was refused. */
  settle(): void {
    const fresh = flowFromDag(this.#input);
    const places = new Map(fresh.nodes.map((node) => [node.id, node]));
    const nodes = this.#snapshot.nodes.map((node) => {
      const place = places.get(node.id);
      if (!place || samePlace(node, place)) return node;
      return place.selected === node.selected
        ? place
        : { ...place, selected: node.selected === true };
    });
    this.#set({ nodes, edges: this.#snapshot.edges }, false);
  }

  #set(flow: Flow, selection: boolean): void {
    const { nodes, edges, selectedNodes, selectedEdges } = this.#snapshot;
    if (flow.nodes === nodes && flow.edges === edges) return;
    this.#snapshot = {
      ...flow,
      selectedNodes: selection ? sameOr(selectedNodes, selectedIds(flow.nodes)) : selectedNodes,
      selectedEdges: selection ? sameOr(selectedEdges, selectedIds(flow.edges)) : selectedEdges,
    };
    for (const listener of this.#listeners) listener();
  }
}

function isSelection(change: { type: string }): boolean {
  return change.type === 'select';
}

function selectedIds(items: readonly { id: string; selected?: boolean | undefined }[]): string[] {
  return items.filter((item) => item.selected === true).map((item) => item.id);
}

function sameOr(before: readonly string[], now: string[]): readonly string[] {
  const same = before.length === now.length && now.every((id, index) => id === before[index]);
  return same ? before : now;
}

function withSelected<T extends { id: string; selected?: boolean }>(
  items: T[],
  ids: ReadonlySet<string>,
): T[] {
  return items.map((item) => {
    const selected = ids.has(item.id);
    return (item.selected ?? false) === selected ? item : { ...item, selected };
  });
}

function samePlace(a: CanvasNode, b: CanvasNode): boolean {
  return (
    a.position.x === b.position.x &&
    a.position.y === b.position.y &&
    a.width === b.width &&
    a.height === b.height
  );
}
