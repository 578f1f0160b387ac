import { isJsonObject } from '@core/json/json';
import type { Dag, DagEdge, DagNode, DagNote, Position } from '@core/dag/document';
import { entryRef } from '../flow-id';
import { ORIGIN } from '../node-geometry';

/** What copy puts on the clipboard, as JSON text; positions are absolute. */
export interface Clipboard {
  readonly stemma: 'selection/1';
  readonly nodes: Readonly<Record<string, DagNode>>;
  readonly edges: Readonly<Record<string, DagEdge>>;
  readonly notes: Readonly<Record<string, DagNote>>;
}

/** The selected nodes and notes, and the connections among them; undefined when there are none. */
export function copySelection(dag: Dag, selected: readonly string[]): Clipboard | undefined {
  const nodes: Record<string, DagNode> = {};
  const notes: Record<string, DagNote> = {};
  for (const { collection, id } of selected.map(entryRef)) {
    const node = collection === 'nodes' ? dag.nodes[id] : undefined;
    if (node) nodes[id] = outOfGroup(node, dag);
    const note = collection === 'notes' ? dag.notes[id] : undefined;
    if (note) notes[id] = note;
  }
  const edges = Object.fromEntries(
    Object.entries(dag.edges).filter(
      ([, edge]) => Object.hasOwn(nodes, edge.source) && Object.hasOwn(nodes, edge.target),
    ),
  );
  const empty = Object.keys(nodes).length + Object.keys(notes).length === 0;
  return empty ? undefined : { stemma: 'selection/1', nodes, edges, notes };
}

/** Reads clipboard text; anything that is not a selection of ours is undefined. */
export function parseClipboard(text: string): Clipboard | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isJsonObject(value) || value['stemma'] !== 'selection/1') return undefined;
  const maps = [value['nodes'], value['edges'], value['notes']];
  if (!maps.every((map) => isJsonObject(map) && Object.values(map).every(isJsonObject)))
    return undefined;
  return value as unknown as Clipboard;
}

function outOfGroup(node: DagNode, dag: Dag): DagNode {
  if (node.group === undefined) return node;
  const offset: Position = dag.groups[node.group]?.position ?? ORIGIN;
  const { group: _left, position = ORIGIN, ...rest } = node;
  return { ...rest, position: { x: position.x + offset.x, y: position.y + offset.y } };
}
