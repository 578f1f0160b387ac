import { InvalidPatchError, LimitExceededError } from '../errors';
import { assertIJson } from '../json/i-json';
import { canonicalBytes } from '../json/canonical';
import { isJsonObject, type Json, type JsonObject } from '../json/json';
import { LIMITS } from '../limits';
import { toMapForm } from './map-form';
import type { Op } from './op';
import { parsePointer } from './pointer';

export type { Op } from './op';

/** A patch as stored: its ops, the bytes that are hashed, and their number. */
export interface Patch {
  readonly ops: readonly Op[];
  readonly bytes: Uint8Array;
}

/**
 * [P1][P2][D1] Reads ops from the outside, in map form and without members the standard does not
 * define. Throws InvalidPatchError, InvalidJsonError or LimitExceededError.
 */
export function parsePatch(input: unknown): Patch {
  if (!Array.isArray(input)) throw new InvalidPatchError('A patch is a list of operations.');
  if (input.length === 0) throw new InvalidPatchError('The patch has no operations.');
  if (input.length > LIMITS.patchOps) {
    throw new LimitExceededError('Operations in a patch', LIMITS.patchOps, input.length);
  }
  // The list and the operation are two levels of their own around a value.
  assertIJson(input, LIMITS.depth + 2);
  const ops = (input as readonly Json[]).map((item, index) => toMapForm(readOp(item, index)));
  const bytes = canonicalBytes(ops);
  if (bytes.length > LIMITS.patchBytes) {
    throw new LimitExceededError('Bytes in a patch', LIMITS.patchBytes, bytes.length);
  }
  return { ops, bytes };
}

function readOp(item: Json, index: number): Op {
  if (!isJsonObject(item)) throw malformed(index, 'is no object');
  const path = pointer(item, 'path', index);
  switch (item.op) {
    case 'add':
    case 'replace':
    case 'test':
      if (item.value === undefined) throw malformed(index, 'has no “value”');
      return { op: item.op, path, value: item.value };
    case 'remove':
      return { op: 'remove', path };
    case 'move':
    case 'copy':
      return { op: item.op, from: pointer(item, 'from', index), path };
    default:
      throw malformed(index, 'has an unknown “op”');
  }
}

function pointer(item: JsonObject, key: 'path' | 'from', index: number): string {
  const value = item[key];
  if (typeof value !== 'string') throw malformed(index, `has no “${key}”`);
  parsePointer(value);
  return value;
}

function malformed(index: number, what: string): InvalidPatchError {
  return new InvalidPatchError(`Operation ${index + 1} ${what}.`, { index });
}
