import { InvalidJsonError, LimitExceededError } from '../errors';
import { LIMITS } from '../limits';
import type { Json } from './json';

/** [P1] Names that reach an object's prototype; refused wherever a key or a pointer is read. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

export function isForbiddenKey(key: string): boolean {
  return FORBIDDEN_KEYS.has(key);
}

/**
 * [D5] Narrows to I-JSON (RFC 7493) or throws InvalidJsonError or LimitExceededError. Iterative, so
 * that no depth of nesting can exhaust the stack; `depth` counts containers, scalars are 0.
 */
export function assertIJson(
  value: unknown,
  maxDepth: number = LIMITS.depth,
): asserts value is Json {
  const pending: { value: unknown; depth: number }[] = [{ value, depth: 1 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value: current, depth } = next;
    if (typeof current !== 'object' || current === null) {
      assertScalar(current);
      continue;
    }
    if (depth > maxDepth) throw new LimitExceededError('Levels of nesting', maxDepth, depth);
    if (Array.isArray(current)) {
      for (const item of current) pending.push({ value: item, depth: depth + 1 });
      continue;
    }
    assertPlain(current);
    for (const [key, item] of Object.entries(current)) {
      assertKey(key);
      pending.push({ value: item, depth: depth + 1 });
    }
  }
}

function assertScalar(value: unknown): void {
  switch (typeof value) {
    case 'string':
      assertText(value);
      return;
    case 'number':
      if (!Number.isFinite(value)) throw new InvalidJsonError('A number is not finite.');
      return;
    case 'boolean':
      return;
    default:
      if (value !== null)
        throw new InvalidJsonError(`A value of type ${typeof value} is not JSON.`);
  }
}

function assertPlain(value: object): void {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new InvalidJsonError('Only plain objects and arrays are JSON.');
  }
}

function assertKey(key: string): void {
  if (isForbiddenKey(key)) throw new InvalidJsonError(`“${key}” is not allowed as a key.`, { key });
  assertText(key);
}

function assertText(text: string): void {
  if (text.includes('\u0000')) throw new InvalidJsonError('Text contains the character U+0000.');
  if (!text.isWellFormed()) throw new InvalidJsonError('Text contains half a surrogate pair.');
}
