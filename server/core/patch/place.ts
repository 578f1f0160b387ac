import { PatchFailedError } from '../errors';
import { isJsonObject, type Json } from '../json/json';
import { shorten } from '../shorten';

/** What one segment of a pointer leads to: an own property or an array element, or undefined. */
export function child(value: Json | undefined, segment: string): Json | undefined {
  if (Array.isArray(value)) {
    return isIndex(segment) ? (value as readonly Json[])[Number(segment)] : undefined;
  }
  return isJsonObject(value) && Object.hasOwn(value, segment) ? value[segment] : undefined;
}

/** [P1] The place where an element is inserted: an index up to the length, or `-` for the end. */
export function insertIndex(array: readonly Json[], segment: string, pointer: string): number {
  if (segment === '-') return array.length;
  if (isIndex(segment) && Number(segment) <= array.length) return Number(segment);
  throw failed(pointer, `“${shorten(segment, 40)}” is no place in a list of ${array.length}`);
}

export function failed(pointer: string, reason: string): PatchFailedError {
  const path = shorten(pointer, 200);
  return new PatchFailedError(`${path === '' ? 'The document' : path}: ${reason}.`, { path });
}

/** Strict RFC 6901: digits without a sign or a leading zero. */
function isIndex(segment: string): boolean {
  return /^(0|[1-9]\d*)$/.test(segment);
}
