import { type Dag, isCollection } from '../dag/document';
import { IdTakenError, LimitExceededError, PatchFailedError } from '../errors';
import { assertIJson } from '../json/i-json';
import { canonicalText } from '../json/canonical';
import { jsonEqual } from '../json/equal';
import { isJsonObject, type Json } from '../json/json';
import { LIMITS } from '../limits';
import { applyOpInPlace } from './apply-op';
import type { Op } from './ops';
import { isWithin, parsePointer } from './pointer';

/**
 * [P1] The document after the ops. Whole or not at all: the one given is never changed, and the
 * result shares with it everything that the ops do not touch. Throws PatchFailedError, IdTakenError
 * or LimitExceededError; whether the result may be stored is `validateChange`'s question.
 */
export function applyPatch(dag: Dag, ops: readonly Op[]): Dag {
  return applyPatches(dag, [ops]);
}

/** Several patches in order, at the cost of one: what they touch is copied once. */
export function applyPatches(dag: Dag, patches: Iterable<readonly Op[]>): Dag {
  const application = new Application(dag as unknown as Json);
  for (const ops of patches) application.applyPatch(ops);
  return application.root as unknown as Dag;
}

type Container = Record<string, Json> | Json[];

class Application {
  root: Json;
  /** Containers made during this application; only these may be changed. */
  readonly #owned = new WeakSet<object>();
  #copiedBytes = 0;

  constructor(root: Json) {
    this.root = root;
  }

  applyPatch(ops: readonly Op[]): void {
    this.#copiedBytes = 0;
    for (const op of ops) this.#apply(op);
  }

  #apply(op: Op): void {
    const path = parsePointer(op.path);
    if (op.op === 'test') {
      this.#test(op.path, path, op.value);
      return;
    }
    if (path.length === 0) throw failed(op.path, 'the document itself cannot be replaced');
    if (op.op === 'add') this.#assertFree(path);
    if (op.op === 'add' || op.op === 'replace') assertIJson(op.value, LIMITS.depth - path.length);
    if (op.op === 'move') this.#prepareMove(op.from, op.path);
    if (op.op === 'copy') this.#prepareCopy(op.from, path);
    this.#own(path, op.op === 'remove' || op.op === 'replace', op.path);
    this.root = applyOpInPlace(this.root, op);
  }

  #test(pointer: string, path: readonly string[], expected: Json): void {
    if (!jsonEqual(this.#read(path, pointer), expected)) {
      throw failed(pointer, 'the value is not the one that was expected');
    }
  }

  /** [D6] An entry's id is never silently taken over. */
  #assertFree(path: readonly string[]): void {
    const [collection, id] = path;
    if (path.length !== 2 || id === undefined || !isCollection(collection)) return;
    const entries = isJsonObject(this.root) ? this.root[collection] : undefined;
    if (isJsonObject(entries) && Object.hasOwn(entries, id)) {
      throw new IdTakenError(`/${collection}/${id}`);
    }
  }

  #prepareMove(from: string, to: string): void {
    const path = parsePointer(from);
    const target = parsePointer(to);
    if (path.length === 0) throw failed(from, 'the document itself cannot be moved');
    if (from !== to && isWithin(to, from)) throw failed(from, 'it cannot be moved into itself');
    const value = this.#read(path, from);
    if (from !== to) this.#assertFree(target);
    assertIJson(value, LIMITS.depth - target.length);
    this.#own(path, true, from);
  }

  #prepareCopy(from: string, path: readonly string[]): void {
    const value = this.#read(parsePointer(from), from);
    this.#assertFree(path);
    assertIJson(value, LIMITS.depth - path.length);
    this.#copiedBytes += canonicalText(value).length;
    if (this.#copiedBytes > LIMITS.copiedBytes) {
      throw new LimitExceededError(
        'Bytes copied by a patch',
        LIMITS.copiedBytes,
        this.#copiedBytes,
      );
    }
  }

  #read(path: readonly string[], pointer: string): Json {
    let value: Json | undefined = this.root;
    for (const segment of path) value = child(value, segment);
    if (value === undefined) throw failed(pointer, 'there is nothing at this path');
    return value;
  }

  /** Copies the containers on the way to the last segment, each once in this application. */
  #own(path: readonly string[], mustExist: boolean, pointer: string): void {
    let container = this.#ownRoot();
    for (const segment of path.slice(0, -1)) {
      const value = child(container, segment);
      if (typeof value !== 'object' || value === null)
        throw failed(pointer, 'its parent does not exist');
      const owned = this.#ownValue(value as Container);
      (container as Record<string, Json>)[segment] = owned;
      container = owned;
    }
    const last = path.at(-1) ?? '';
    if (mustExist && child(container, last) === undefined) {
      throw failed(pointer, 'there is nothing at this path');
    }
    if (!mustExist && Array.isArray(container)) assertInsertIndex(container, last, pointer);
  }

  #ownRoot(): Container {
    const root = this.#ownValue(this.root as Container);
    this.root = root;
    return root;
  }

  #ownValue(value: Container): Container {
    if (this.#owned.has(value)) return value;
    const copy = Array.isArray(value) ? [...value] : { ...value };
    this.#owned.add(copy);
    return copy;
  }
}

/** Own property or array element; array indexes are strict: no sign, no leading zero, no `-`. */
function child(value: Json | undefined, segment: string): Json | undefined {
  if (Array.isArray(value)) {
    return /^(0|[1-9]\d*)$/.test(segment) ? (value as readonly Json[])[Number(segment)] : undefined;
  }
  return isJsonObject(value) && Object.hasOwn(value, segment) ? value[segment] : undefined;
}

function assertInsertIndex(array: readonly Json[], segment: string, pointer: string): void {
  if (segment === '-') return;
  if (!/^(0|[1-9]\d*)$/.test(segment) || Number(segment) > array.length) {
    throw failed(pointer, `“${segment.slice(0, 40)}” is no place in a list of ${array.length}`);
  }
}

function failed(pointer: string, reason: string): PatchFailedError {
  const path = pointer.slice(0, 200);
  return new PatchFailedError(`${path === '' ? 'The document' : path}: ${reason}.`, { path });
}
