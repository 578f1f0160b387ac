import { changedEntries } from '../dag/changed-entries';
import type { Dag } from '../dag/document';
import { jsonEqual } from '../json/equal';
import { isJsonObject, type Json, type JsonObject } from '../json/json';
import { isOneValue } from './one-value';
import type { Op } from './ops';
import { formatPointer } from './pointer';

/**
 * [M2] Ops that turn `before` into `after`: one for each conflict unit that differs, in a fixed
 * order. Arrays, places and sizes are one value ([P6]). None when the documents are equal. No op lies under another.
 */
export function compare(before: Dag, after: Dag): Op[] {
  return [...differences(before as unknown as JsonObject, after as unknown as JsonObject, [])];
}

function* differences(
  before: JsonObject,
  after: JsonObject,
  path: readonly string[],
): Generator<Op> {
  const { added, removed, changed } = changedEntries(before, after);
  for (const key of [...removed].sort()) {
    yield { op: 'remove', path: formatPointer([...path, key]) };
  }
  for (const key of [...added, ...changed].sort()) {
    const at = [...path, key];
    const was = before[key];
    const is = after[key] as Json;
    // Of documents that were read apart most entries are equal, and to see that costs least.
    if (path.length === 1 && jsonEqual(was, is)) continue;
    if (!Object.hasOwn(before, key)) yield { op: 'add', path: formatPointer(at), value: is };
    else if (isJsonObject(was) && isJsonObject(is) && !isOneValue(at)) {
      yield* differences(was, is, at);
    } else if (!jsonEqual(was, is)) yield { op: 'replace', path: formatPointer(at), value: is };
  }
}
