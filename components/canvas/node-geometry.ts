import { Position, type NodeHandle } from '@xyflow/react';

/*
 * A node's size follows from its ports alone, so the canvas knows every box and every handle
 * before the browser has drawn one: edges appear at once, and nothing is measured.
 */
/** Narrow enough for graphs drawn elsewhere: most n8n nodes stand 200 to 240 apart. */
export const NODE_WIDTH = 176;
export const HEADER_HEIGHT = 60;
export const PORT_ROW = 24;
const PORT_PADDING = 8;
const HANDLE = 12;

/** Where an entry without a position is drawn. */
export const ORIGIN = { x: 0, y: 0 } as const;

export const NOTE_SIZE = { width: 240, height: 140 } as const;
export const GROUP_SIZE = { width: 480, height: 280 } as const;
export const COLLAPSED_GROUP = { width: NODE_WIDTH, height: HEADER_HEIGHT } as const;

/** The ports of a side get labelled rows of their own as soon as it has more than one. */
function hasPortRows(inputs: number, outputs: number): boolean {
  return Math.max(inputs, outputs) > 1;
}

export function nodeHeight(inputs: number, outputs: number): number {
  if (!hasPortRows(inputs, outputs)) return HEADER_HEIGHT;
  return HEADER_HEIGHT + Math.max(inputs, outputs) * PORT_ROW + PORT_PADDING;
}

/** Vertical centre of port `index` of a side with `count`, from the top of the node. */
export function portY(index: number, count: number): number {
  if (count === 1) return HEADER_HEIGHT / 2;
  return HEADER_HEIGHT + index * PORT_ROW + PORT_ROW / 2;
}

export interface HandleSpec {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

export function handlesOf({ inputs, outputs }: HandleSpec): NodeHandle[] {
  const y = (index: number, count: number) => portY(index, count) - HANDLE / 2;
  const box = { width: HANDLE, height: HANDLE };
  return [
    ...inputs.map((id, index) => ({
      ...box,
      id,
      type: 'target' as const,
      position: Position.Left,
      x: -HANDLE / 2,
      y: y(index, inputs.length),
    })),
    ...outputs.map((id, index) => ({
      ...box,
      id,
      type: 'source' as const,
      position: Position.Right,
      x: NODE_WIDTH - HANDLE / 2,
      y: y(index, outputs.length),
    })),
  ];
}
