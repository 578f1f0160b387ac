import { knowChanges } from '../dag/changed-entries';
import { type Dag, isCollection } from '../dag/document';
import { IdTakenError, LimitExceededError } from '../errors';
import { canonicalBytes } from '../json/canonical';
import { jsonEqual } from '../json/equal';
import { assertIJson } from '../json/i-json';
import { isJsonObject, type Json } from '../json/json';
import { LIMITS } from '../limits';
import { applyOpInPlace } from './apply-op';
import type { Op } from './ops';
import { child, failed, insertIndex } from './place';
import { formatPointer, isWithin, parsePointer } from './pointer';

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
  const after = application.root as unknown as Dag;
  for (const [collection, ids] of application.touched) {
    if (isCollection(collection) && ids !== 'all') {
      knowChanges(dag[collection], after[collection], ids);
    }
  }
  return after;
}

type Container = Record<string, Json> | Json[];

const decoder = new TextDecoder();

class Application {
  root: Json;
  /** Ids of the entries that the ops went into, by the document's member. */
  readonly touched = new Map<string, Set<string> | 'all'>();
  /** Containers made during this application; only these may be changed. */
  readonly #owned = new WeakSet<object>();
  #copiedBytes = 0;
  #shiftedItems = 0;
  /** Entries that something was moved into, by pointer. */
  readonly #movedInto = new Map<string, readonly string[]>();

  constructor(root: Json) {
    this.root = root;
  }

  applyPatch(ops: readonly Op[]): void {
    this.#copiedBytes = 0;
    this.#shiftedItems = 0;
    this.#movedInto.clear();
    for (const op of ops) this.#apply(op);
    this.#assertDepths();
  }

  #apply(op: Op): void {
    switch (op.op) {
      case 'test':
        if (!jsonEqual(this.#read(op.path), op.value)) {
          throw failed(op.path, 'the value is not the one that was expected');
        }
        return;
      case 'add':
        this.#add(op.path, op.value);
        return;
      case 'replace':
        this.#replace(op.path, op.value);
        return;
      case 'remove':
        this.#remove(op.path);
        return;
      case 'move':
        this.#move(op.from, op.path);
        return;
      case 'copy':
        this.#copy(op.from, op.path);
    }
  }

  #add(pointer: string, value: Json): void {
    const path = parsePointer(pointer);
    assertIJson(value, LIMITS.depth - path.length);
    this.#insert(pointer, path, value);
  }

  /** Of a value that is known to be I-JSON. */
  #insert(pointer: string, path: readonly string[], value: Json): void {
    this.#assertFree(path);
    const { container, last } = this.#own(pointer, path);
    if (Array.isArray(container)) {
      this.#countShift(container.length - insertIndex(container, last, pointer));
    }
    applyOpInPlace(this.root, { op: 'add', path: pointer, value });
  }

  #replace(pointer: string, value: Json): void {
    const path = parsePointer(pointer);
    assertIJson(value, LIMITS.depth - path.length);
    this.#ownExisting(pointer, path);
    applyOpInPlace(this.root, { op: 'replace', path: pointer, value });
  }

  #remove(pointer: string): void {
    const { container, last } = this.#ownExisting(pointer, parsePointer(pointer));
    if (Array.isArray(container)) this.#countShift(container.length - Number(last));
    applyOpInPlace(this.root, { op: 'remove', path: pointer });
  }

  /** As RFC 6902 has it: a removal, and then an addition to what the removal left. */
  #move(from: string, to: string): void {
    if (from !== to && isWithin(to, from)) throw failed(from, 'it cannot be moved into itself');
    const value = this.#read(from);
    const path = parsePointer(to);
    this.#remove(from);
    this.#insert(to, path, value);
    const entry = path.slice(0, 2);
    this.#movedInto.set(formatPointer(entry), entry);
  }

  #copy(from: string, to: string): void {
    const value = this.#read(from);
    const path = parsePointer(to);
    assertIJson(value, LIMITS.depth - path.length);
    const bytes = canonicalBytes(value);
    this.#copiedBytes += bytes.length;
    if (this.#copiedBytes > LIMITS.copiedBytes) {
      throw new LimitExceededError(
        'Bytes copied by a patch',
        LIMITS.copiedBytes,
        this.#copiedBytes,
      );
    }
    this.#insert(to, path, JSON.parse(decoder.decode(bytes)) as Json);
  }

  /** [D6] An entry's id is never silently taken over. */
  #assertFree(path: readonly string[]): void {
    const [collection, id] = path;
    if (path.length !== 2 || id === undefined || !isCollection(collection)) return;
    if (child(child(this.root, collection), id) === undefined) return;
    throw new IdTakenError(formatPointer(path));
  }

  /** Moving costs nothing by depth, so the depth of what was moved is judged once, at the end. */
  #assertDepths(): void {
    for (const path of this.#movedInto.values()) {
      const value = path.reduce<Json | undefined>(child, this.root);
      if (value !== undefined) assertIJson(value, LIMITS.depth - path.length);
    }
  }

  #countShift(items: number): void {
    this.#shiftedItems += items;
    if (this.#shiftedItems <= LIMITS.shiftedItems) return;
    throw new LimitExceededError(
      'List elements shifted by a patch',
      LIMITS.shiftedItems,
      this.#shiftedItems,
    );
  }

  #read(pointer: string): Json {
    const value = parsePointer(pointer).reduce<Json | undefined>(child, this.root);
    if (value === undefined) throw failed(pointer, 'there is nothing at this path');
    return value;
  }

  #ownExisting(pointer: string, path: readonly string[]): { container: Container; last: string } {
    const place = this.#own(pointer, path);
    if (child(place.container, place.last) === undefined) {
      throw failed(pointer, 'there is nothing at this path');
    }
    return place;
  }

  /** Copies the containers on the way to the last segment, each once in this application. */
  #own(pointer: string, path: readonly string[]): { container: Container; last: string } {
    const last = path.at(-1);
    if (last === undefined) throw failed(pointer, 'the document itself cannot be replaced');
    this.#touch(path);
    let container = this.#ownRoot();
    for (const segment of path.slice(0, -1)) {
      const value = child(container, segment);
      if (!isContainer(value)) throw failed(pointer, 'its parent does not exist');
      const owned = this.#ownValue(value);
      (container as Record<string, Json>)[segment] = owned;
      container = owned;
    }
    return { container, last };
  }

  #touch([collection = '', id]: readonly string[]): void {
    const ids = this.touched.get(collection);
    if (id === undefined || ids === 'all') this.touched.set(collection, 'all');
    else if (ids === undefined) this.touched.set(collection, new Set([id]));
    else ids.add(id);
  }

  #ownRoot(): Container {
    const root = this.#ownValue(this.root as Container);
    this.root = root;
    return root;
  }

  #ownValue(value: Container): Container {
    if (this.#owned.has(value)) return value;
    const copy = Array.isArray(value) ? [...value] : copyOf(value);
    this.#owned.add(copy);
    return copy;
  }
}

function isContainer(value: Json | undefined): value is Container {
  return Array.isArray(value) || isJsonObject(value);
}

/** A loop takes half the time of a spread where it matters, on maps of a thousand entries. */
function copyOf(value: Record<string, Json>): Record<string, Json> {
  const copy: Record<string, Json> = {};
  for (const key of Object.keys(value)) copy[key] = value[key] as Json;
  return copy;
}
