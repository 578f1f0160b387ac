import { ImportError } from '../errors';
import { isForbiddenKey } from '../json/i-json';
import type { JsonObject } from '../json/json';
import { isJsonObject } from '../json/json';

/** A document may be 64 deep [P2]; what is imported is stored up to four levels further down. */
export const MAX_IMPORT_DEPTH = 60;

const LONE_SURROGATE = /\p{Surrogate}/u;

interface Visit {
  readonly value: unknown;
  readonly depth: number;
  readonly path: string;
}

/**
 * Refuses what can never be part of a document [D5]: anything but JSON, nesting beyond
 * `MAX_IMPORT_DEPTH`, keys that pollute prototypes, text that is not Unicode. Walks without
 * recursion, so that no input overflows the stack.
 */
export function assertImportable(source: unknown): asserts source is JsonObject {
  if (!isJsonObject(source))
    throw new ImportError('The file holds no JSON object, so it is no workflow.');
  const open: Visit[] = [{ value: source, depth: 1, path: '' }];
  for (let visit = open.pop(); visit !== undefined; visit = open.pop()) {
    const { value, depth, path } = visit;
    if (typeof value !== 'object' || value === null) {
      assertScalar(value, path);
      continue;
    }
    if (depth > MAX_IMPORT_DEPTH) {
      throw new ImportError(`The file is nested deeper than ${MAX_IMPORT_DEPTH} levels.`, {
        limit: MAX_IMPORT_DEPTH,
      });
    }
    for (const [key, child] of Object.entries(value)) {
      const childPath = `${path}/${key.slice(0, 80)}`;
      if (!Array.isArray(value)) assertKey(key, childPath);
      open.push({ value: child, depth: depth + 1, path: childPath });
    }
  }
}

function assertKey(key: string, path: string): void {
  if (isForbiddenKey(key)) {
    throw new ImportError(`The file uses the forbidden name “${key}” (at ${path}).`, { path });
  }
  assertText(key, path);
}

function assertScalar(value: unknown, path: string): void {
  if (value === null || typeof value === 'boolean') return;
  if (typeof value === 'string') assertText(value, path);
  else if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new ImportError(`The value at ${path} is no JSON value.`, { path });
  }
}

function assertText(value: string, path: string): void {
  if (value.includes('\u0000') || LONE_SURROGATE.test(value)) {
    throw new ImportError(`The text at ${path} is not valid Unicode text.`, { path });
  }
}
