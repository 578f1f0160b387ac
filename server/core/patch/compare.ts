import { isJsonObject, type Json, type JsonObject } from '../json/json';
import { jsonEqual } from '../json/equal';
import type { Dag } from '../dag/document';
import type { Op } from './ops';
import { formatPointer } from './pointer';

/**
 * [M2] Ops that turn `before` into `after`: one for each conflict unit that differs, in a fixed
 * order. Arrays are one value ([P6]). None when the documents are equal.
 */
export function compare(before: Dag, after: Dag): Op[] {
  return [...differences(before as unknown as JsonObject, after as unknown as JsonObject, [])];
}

function* differences(
  before: JsonObject,
  after: JsonObject,
  path: readonly string[],
): Generator<Op> {
  for (const key of Object.keys(before).sort()) {
    if (!Object.hasOwn(after, key)) yield { op: 'remove', path: formatPointer([...path, key]) };
  }
  for (const key of Object.keys(after).sort()) {
    const at = [...path, key];
    const was = before[key];
    const is = after[key] as Json;
    if (was === is) continue;
    if (!Object.hasOwn(before, key)) yield { op: 'add', path: formatPointer(at), value: is };
    else if (isJsonObject(was) && isJsonObject(is)) yield* differences(was, is, at);
    else if (!jsonEqual(was, is)) yield { op: 'replace', path: formatPointer(at), value: is };
  }
}
