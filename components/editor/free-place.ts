import type { CanvasNode } from '@/components/canvas/flow-types';
import { HEADER_HEIGHT, NODE_WIDTH } from '@/components/canvas/node-geometry';
import type { Position } from '@core/dag/document';

const GAP = 16;
const STEP = 24;
const MOST_STEPS = 200;

/** `wanted`, or the nearest place below it where a new node covers no other. */
export function freePlace(nodes: readonly CanvasNode[], wanted: Position): Position {
  const boxes = stepBoxes(nodes);
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const y = wanted.y + steps * STEP;
    if (!boxes.some((box) => covers(box, { x: wanted.x, y }))) return { x: wanted.x, y };
  }
  return wanted;
}

interface Box extends Position {
  readonly width: number;
  readonly height: number;
}

function stepBoxes(nodes: readonly CanvasNode[]): Box[] {
  const frames = new Map(nodes.map((node) => [node.id, node.position]));
  return nodes.flatMap(({ type, hidden, parentId, position, width, height }) => {
    if (type !== 'step' || hidden === true) return [];
    const frame = frames.get(parentId ?? '') ?? { x: 0, y: 0 };
    const { x, y } = { x: position.x + frame.x, y: position.y + frame.y };
    return [{ x, y, width: width ?? NODE_WIDTH, height: height ?? HEADER_HEIGHT }];
  });
}

function covers(box: Box, at: Position): boolean {
  return (
    at.x < box.x + box.width + GAP &&
    at.x + NODE_WIDTH + GAP > box.x &&
    at.y < box.y + box.height + GAP &&
    at.y + HEADER_HEIGHT + GAP > box.y
  );
}
