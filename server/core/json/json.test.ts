import fc from 'fast-check';
import { expect, test } from 'vitest';
import { json, runs } from '../../testing/arbitraries';
import { InvalidJsonError, LimitExceededError } from '../errors';
import { canonicalText } from './canonical';
import { jsonEqual } from './equal';
import { assertIJson } from './i-json';
import type { Json, JsonObject } from './json';

/** The same value with the keys of every object in another order. */
function turned(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(turned);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as JsonObject).reverse();
  return Object.fromEntries(entries.map(([key, item]) => [key, turned(item)]));
}

test('[D5] canonical text ignores key order, reads back as the value, and is its own canonical text', () => {
  fc.assert(
    fc.property(json, (value) => {
      assertIJson(value);
      const text = canonicalText(value);
      expect(canonicalText(turned(value))).toBe(text);
      expect(jsonEqual(JSON.parse(text) as Json, value)).toBe(true);
      expect(canonicalText(JSON.parse(text) as Json)).toBe(text);
    }),
    runs(500),
  );
});

test('[D5] values are equal when their canonical texts are', () => {
  fc.assert(
    fc.property(json, json, (a, b) => {
      expect(jsonEqual(a, b)).toBe(canonicalText(a) === canonicalText(b));
      expect(jsonEqual(a, turned(a))).toBe(true);
    }),
    runs(500),
  );
});

test('[D5] equality looks at own members only', () => {
  expect(jsonEqual({ toString: 1 }, { valueOf: 1 })).toBe(false);
  expect(jsonEqual([], {})).toBe(false);
  expect(jsonEqual(null, {})).toBe(false);
  expect(jsonEqual([1], [1, 2])).toBe(false);
  expect(jsonEqual(undefined, null)).toBe(false);
});

test('[P2] depth counts containers', () => {
  expect(() => assertIJson(1, 0)).not.toThrow();
  expect(() => assertIJson([], 0)).toThrow(LimitExceededError);
  expect(() => assertIJson([[{}]], 3)).not.toThrow();
  expect(() => assertIJson([[{}]], 2)).toThrow(LimitExceededError);
});

test('[D5] objects of classes and loops are no JSON', () => {
  class Money {
    readonly amount = 1;
  }
  expect(() => assertIJson(new Money())).toThrow(InvalidJsonError);
  expect(() => assertIJson(Object.assign(Object.create(null), { a: 1 }))).not.toThrow();
  const loop: unknown[] = [];
  loop.push(loop);
  expect(() => assertIJson(loop)).toThrow(LimitExceededError);
});
