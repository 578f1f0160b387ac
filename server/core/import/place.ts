import type { Position } from '../dag/document';

export const ORIGIN: Position = { x: 0, y: 0 };

/** A place on the canvas, of one inside a box that stands at `origin`. */
export function toAbsolute(position: Position | undefined, origin: Position = ORIGIN): Position {
  return { x: (position?.x ?? 0) + origin.x, y: (position?.y ?? 0) + origin.y };
}

export function toRelative(position: Position, origin: Position = ORIGIN): Position {
  return { x: position.x - origin.x, y: position.y - origin.y };
}

/** Sums with an origin are rounded, so places are compared within `tolerance` pixels. */
export function isNear(a: Position, b: Position, tolerance: number): boolean {
  return Math.abs(a.x - b.x) < tolerance && Math.abs(a.y - b.y) < tolerance;
}
