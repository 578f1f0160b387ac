import type { Dag, Size } from '../../dag/document';
import type { JsonObject } from '../../json/json';
import { objectOf } from '../objects';

/** Our pixels for one of n8n's, along each axis. */
export interface Scale {
  readonly x: number;
  readonly y: number;
}

/** Our nodes are about twice as wide as n8n's, and a little higher. */
const SCALE: Scale = { x: 1.45, y: 1.2 };
const ONE: Scale = { x: 1, y: 1 };

/**
 * The scale a document was imported with. It is written down in the document, so that another factor
 * in a later release leaves what is stored as it is; a document without it was not scaled.
 */
export function scaleOf(dag: Dag | undefined): Scale {
  if (dag?.ext.n8n === undefined) return SCALE;
  const { x, y } = objectOf(objectOf(dag.ext.n8n).scale);
  return isFactor(x) && isFactor(y) ? { x, y } : ONE;
}

export function writeScale({ x, y }: Scale): JsonObject {
  return { x, y };
}

/** A length of n8n's in ours, in whole pixels. */
export function toOurs(length: number, factor: number): number {
  return factor === 1 ? length : whole(length * factor);
}

/** A length of ours in n8n's, in whole pixels. */
export function toForeign(length: number, factor: number): number {
  return factor === 1 ? length : whole(length / factor);
}

export function scaleSize({ width, height }: Size, scale: Scale): Size {
  return { width: toOurs(width, scale.x), height: toOurs(height, scale.y) };
}

/** Adding zero makes `-0`, which is no canonical number [D5], `0`. */
function whole(length: number): number {
  return Math.round(length) + 0;
}

function isFactor(value: unknown): value is number {
  return typeof value === 'number' && value >= 0.01 && value <= 100;
}
