import type { Dag, DagNode, DagNote, Position } from '@core/dag/document';
import { entryId } from '@core/ids';
import type { JsonObject } from '@core/json/json';
import type { Op } from '@core/patch/ops';
import { NOTE_SIZE } from '../node-geometry';
import { formatPointer } from '@core/patch/pointer';
import { uniqueName } from './unique-name';

export interface NewNode {
  readonly type: string;
  readonly v: number;
  readonly name: string;
  readonly position: Position;
  readonly config: JsonObject;
}

export interface Added {
  readonly id: string;
  readonly ops: Op[];
}

export function addNodeOps(dag: Dag, wanted: NewNode, random: Uint8Array): Added {
  const taken = new Set(Object.values(dag.nodes).map((node) => node.name ?? ''));
  const name = uniqueName(wanted.name, taken);
  const id = entryId(name, random);
  const value: DagNode & JsonObject = { ...wanted, name, position: rounded(wanted.position) };
  return { id, ops: [{ op: 'add', path: formatPointer(['nodes', id]), value }] };
}

export function addNoteOps(position: Position, random: Uint8Array): Added {
  const id = entryId('note', random);
  const value: DagNote & JsonObject = {
    text: '',
    position: rounded(position),
    size: { ...NOTE_SIZE },
    color: 'yellow',
  };
  return { id, ops: [{ op: 'add', path: formatPointer(['notes', id]), value }] };
}

function rounded({ x, y }: Position) {
  return { x: Math.round(x), y: Math.round(y) };
}
