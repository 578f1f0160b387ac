import type { Position } from '../../dag/document';
import type { Json, JsonObject } from '../../json/json';
import { jsonEqual } from '../../json/equal';
import { objectOf } from '../objects';
import { isNear, ORIGIN } from '../place';
import { type Scale, toForeign, toOurs } from './scale';

/** `[x, y]` of n8n as ours; undefined when it is anything else and is kept as it is. */
export function readPosition(value: Json | undefined, scale: Scale): Position | undefined {
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const [x, y] = value as readonly Json[];
  if (typeof x !== 'number' || typeof y !== 'number') return undefined;
  const position = { x: toOurs(x, scale.x), y: toOurs(y, scale.y) };
  return Number.isFinite(position.x) && Number.isFinite(position.y) ? position : undefined;
}

const HALF_A_PIXEL = 0.5;

interface Imported {
  readonly ext?: JsonObject;
}

export interface Place {
  /** Outside any group. */
  readonly position: Position;
  readonly scale: Scale;
}

/** What the file says of an entry's place: as it came [D3], unless the entry was moved since. */
export function writePosition(entry: Imported, { position, scale }: Place): Json | undefined {
  const { node, placed } = objectOf(entry.ext?.n8n);
  const kept = objectOf(node).position;
  const from = placed === false ? ORIGIN : readPosition(kept, scale);
  if (from !== undefined && isNear(from, position, HALF_A_PIXEL)) return kept;
  return [toForeign(position.x, scale.x), toForeign(position.y, scale.y)];
}

/** [D6] Whether a file puts the entry where it is: then rounding must not push it about. */
export function isAt(foreign: Json | undefined, entry: Imported, place: Place): boolean {
  return jsonEqual(foreign, writePosition(entry, place));
}
