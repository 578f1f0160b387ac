import { COLLECTIONS, isCollection } from '../dag/document';
import { InvalidPatchError } from '../errors';
import { idRule, isEntryId } from '../ids';
import { isJsonObject } from '../json/json';
import { shorten } from '../shorten';
import type { Op } from './op';
import { formatPointer, parsePointer } from './pointer';

/**
 * [D1] `add /nodes/-` with a `value.id` becomes `add /nodes/<id>` without it. Any other pointer into
 * a collection must name an entry by its id.
 */
export function toMapForm(op: Op): Op {
  const [collection, key, ...rest] = parsePointer(op.path);
  if ('from' in op) assertEntryKey(op.from);
  if (op.op === 'add' && isCollection(collection) && key === '-' && rest.length === 0) {
    if (!isJsonObject(op.value) || typeof op.value.id !== 'string') {
      throw new InvalidPatchError(`${op.path} needs a value with an “id”.`, { path: op.path });
    }
    const { id, ...value } = op.value;
    const path = formatPointer([collection, id]);
    assertEntryKey(path);
    return { op: 'add', path, value };
  }
  assertEntryKey(op.path);
  return op;
}

function assertEntryKey(pointer: string): void {
  const [collection, key] = parsePointer(pointer);
  if (!isCollection(collection) || key === undefined || isEntryId(key)) return;
  const path = shorten(pointer, 200);
  if (!/^(-|\d+)$/.test(key)) throw new InvalidPatchError(`${path}: ${idRule(key)}`, { path });
  throw new InvalidPatchError(
    `${path}: entries of ${COLLECTIONS.join(', ')} are named by id, not by index.`,
    { path },
  );
}
