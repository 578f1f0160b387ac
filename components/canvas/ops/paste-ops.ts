import type { Dag, Position } from '@core/dag/document';
import { entryId } from '@core/ids';
import type { Json } from '@core/json/json';
import type { Op } from '@core/patch/ops';
import { flowId } from '../flow-id';
import { ORIGIN } from '../node-geometry';
import { formatPointer } from '@core/patch/pointer';
import type { Clipboard } from './clipboard';
import { uniqueName } from './unique-name';

export interface Paste {
  readonly clip: Clipboard;
  readonly offset: Position;
  /** Fresh random bytes for each new id. */
  readonly random: () => Uint8Array;
}

export interface Pasted {
  readonly ops: Op[];
  /** Canvas ids of what was added, to select it. */
  readonly added: readonly string[];
}

/** One patch that adds the copied entries under new ids [D6], connections among them included. */
export function pasteOps(dag: Dag, { clip, offset, random }: Paste): Pasted {
  const taken = new Set(Object.values(dag.nodes).map((node) => node.name ?? ''));
  const renamed = new Map<string, string>();
  const ops: Op[] = [];
  const added: string[] = [];
  const add = (collection: 'nodes' | 'notes' | 'edges', id: string, value: object) => {
    ops.push({ op: 'add', path: formatPointer([collection, id]), value: value as Json });
    if (collection !== 'edges') added.push(flowId(collection, id));
  };
  for (const [old, node] of Object.entries(clip.nodes)) {
    const name = uniqueName(node.name ?? old, taken);
    taken.add(name);
    const id = entryId(name, random());
    renamed.set(old, id);
    add('nodes', id, { ...node, name, position: shifted(node.position, offset) });
  }
  for (const edge of Object.values(clip.edges)) {
    const source = renamed.get(edge.source);
    const target = renamed.get(edge.target);
    if (source === undefined || target === undefined) continue;
    add('edges', entryId(`${source} to ${target}`, random()), { ...edge, source, target });
  }
  for (const note of Object.values(clip.notes)) {
    add('notes', entryId('note', random()), { ...note, position: shifted(note.position, offset) });
  }
  return { ops, added };
}

function shifted(position: Position = ORIGIN, offset: Position) {
  return { x: Math.round(position.x + offset.x), y: Math.round(position.y + offset.y) };
}
