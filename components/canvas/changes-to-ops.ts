import type { Dag, Position, Size } from '@core/dag/document';
import type { Op } from '@core/patch/ops';
import type { NodeChange } from '@xyflow/react';
import { entryRef } from './flow-id';
import type { CanvasNode } from './flow-types';
import { fieldOps } from './ops/field-ops';
import { formatPointer } from '@core/patch/pointer';

/** [P3] A drag that has come to rest, of one box or of fifty, is one patch. */
export function moveOps(dag: Dag, moves: ReadonlyMap<string, Position>): Op[] {
  return [...moves].flatMap(([flow, position]) => {
    const { collection, id } = entryRef(flow);
    const entry = dag[collection][id];
    if (!entry) return [];
    return fieldOps(formatPointer([collection, id, 'position']), entry.position, whole(position));
  });
}

/** Positions the canvas reports as final: the end of a drag, a nudge with the arrow keys. */
export function settledMoves(changes: readonly NodeChange<CanvasNode>[]): Map<string, Position> {
  const moves = new Map<string, Position>();
  for (const change of changes) {
    if (change.type !== 'position' || change.dragging === true || !change.position) continue;
    moves.set(change.id, change.position);
  }
  return moves;
}

/** A note or group dragged at an edge: size, and position when the top or left edge moved. */
export function resizeOps(dag: Dag, flow: string, box: Position & Size): Op[] {
  const { collection, id } = entryRef(flow);
  if (collection === 'nodes') return [];
  const entry = dag[collection][id];
  if (!entry) return [];
  const size = { width: Math.round(box.width), height: Math.round(box.height) };
  return [
    ...fieldOps(formatPointer([collection, id, 'position']), entry.position, whole(box)),
    ...fieldOps(formatPointer([collection, id, 'size']), entry.size, size),
  ];
}

function whole({ x, y }: Position): Position {
  return { x: Math.round(x) + 0, y: Math.round(y) + 0 };
}
