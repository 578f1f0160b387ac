import type { Position } from '../../dag/document';
import type { Json } from '../../json/json';

/** `[x, y]` of n8n as ours; undefined when it is anything else and is kept as it is. */
export function readPosition(value: Json | undefined): Position | undefined {
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const [x, y] = value as readonly Json[];
  return typeof x === 'number' && typeof y === 'number' ? { x, y } : undefined;
}

export const ORIGIN: Position = { x: 0, y: 0 };

/** Group positions by id; positions inside a group are relative to it [D1]. */
export type GroupOrigins = ReadonlyMap<string, Position>;

export function toAbsolute(position: Position | undefined, origin: Position = ORIGIN): Position {
  return { x: (position?.x ?? 0) + origin.x, y: (position?.y ?? 0) + origin.y };
}

export function toRelative(position: Position, origin: Position = ORIGIN): Position {
  return { x: position.x - origin.x, y: position.y - origin.y };
}
