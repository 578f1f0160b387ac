import { isJsonObject, type Json } from '../json/json';
import { shorten } from '../shorten';
import type { Collection, Dag, DagNode } from './document';

const LONGEST = 60;

/** What an entry is called in words; undefined when the document has none of that id. */
export function entryLabel(dag: Dag, collection: Collection, id: string): string | undefined {
  if (!Object.hasOwn(dag[collection], id)) return undefined;
  switch (collection) {
    case 'nodes':
      return nodeLabel(dag.nodes[id], id);
    case 'edges':
      return edgeLabel(dag, id);
    case 'notes':
      return textOf(dag.notes[id], 'text') ?? 'Note';
    case 'groups':
      return textOf(dag.groups[id], 'name') ?? 'Group';
  }
}

/** Its name, or else its type, or else its id. */
export function nodeLabel(node: DagNode | undefined, id: string): string {
  return textOf(node, 'name') ?? textOf(node, 'type') ?? shorten(id, LONGEST);
}

/** A field that holds text worth showing, shortened. */
export function textOf(entry: object | Json | undefined, key: string): string | undefined {
  if (!isJsonObject(entry)) return undefined;
  const text = entry[key];
  return typeof text === 'string' && text.trim() !== '' ? shorten(text, LONGEST) : undefined;
}

function edgeLabel(dag: Dag, id: string): string {
  const { source = '', target = '' } = dag.edges[id] ?? {};
  return [source, target].map((end) => nodeLabel(dag.nodes[end], end)).join(' → ');
}
