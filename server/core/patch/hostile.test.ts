import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as any from '../../testing/arbitraries';
import { emptyDag } from '../dag/document';
import { validateDag } from '../dag/validate';
import { DomainError } from '../errors';
import { canonicalText } from '../json/canonical';
import type { Json } from '../json/json';
import { applyPatch } from './apply-patch';
import { parsePatch } from './ops';

const watched = [Object, Array, Function, String, Number].map((type) => type.prototype as object);
const keys = () => watched.map((prototype) => Reflect.ownKeys(prototype).length);
let before: number[] = [];

beforeAll(() => {
  before = keys();
});

afterAll(() => {
  expect(keys()).toEqual(before);
  expect(Object.getPrototypeOf({})).toBe(Object.prototype);
});

const target = any.deepFreeze({
  ...emptyDag(),
  nodes: { a: { type: 'noop', config: { list: [1, [2], {}], text: 'x' } }, b: { type: 'x' } },
  edges: { e: { source: 'a', target: 'b' } },
  ext: { list: [], 0: { 1: {} } },
});
const text = JSON.stringify(target);

test('[S9][P1] hostile ops end in a named error or a sound document, and pollute nothing', () => {
  let tried = 0;
  let accepted = 0;
  const hostile = fc.array(any.hostileOp, { minLength: 1, maxLength: 3 });
  const sample = fc.sample(hostile, { numRuns: 2500 * any.STRESS, seed: 42 });
  const at = (index: number) => sample[index % sample.length]!;
  const wanted = 100_000 * any.STRESS;
  for (let index = 0; tried < wanted; index += 1) {
    // Neighbours are crossed, so that few generated ops make many patches.
    const crossed = [at(index), at(index * 7 + 3), at(index * 13 + 5)].flat();
    const ops = crossed.slice(0, 1 + (index % 5));
    tried += ops.length;
    try {
      const after = applyPatch(target, parsePatch(ops).ops);
      validateDag(after);
      canonicalText(after as unknown as Json);
      accepted += 1;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      expect(error.message.length).toBeLessThan(600);
    }
  }
  expect(accepted).toBeGreaterThan(20);
  expect(JSON.stringify(target)).toBe(text);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(keys()).toEqual(before);
});

test.for([
  ['own __proto__', '{"__proto__":{"polluted":1}}'],
  ['nested __proto__', '{"a":[{"b":{"__proto__":[]}}]}'],
  ['constructor', '{"constructor":1}'],
  ['nested prototype', '[[{"prototype":null}]]'],
])('[S9] refused in a value: %s', ([, value]) => {
  for (const op of ['add', 'replace', 'test']) {
    const source = `[{"op":"${op}","path":"/ext/a","value":${value}}]`;
    expect(() => parsePatch(JSON.parse(source))).toThrow('is not allowed as a key');
  }
  const ops = [{ op: 'add' as const, path: '/ext/a', value: JSON.parse(value!) as Json }];
  expect(() => applyPatch(target, ops)).toThrow('is not allowed as a key');
});

test('[S9] refused as a member of the op itself, and as an id', () => {
  const source = '[{"op":"remove","path":"/ext/0","__proto__":{"value":1}}]';
  expect(() => parsePatch(JSON.parse(source))).toThrow(DomainError);
  for (const id of ['__proto__', 'constructor', 'prototype', 'toString']) {
    expect(() => parsePatch([{ op: 'add', path: '/nodes/-', value: { id, type: 'x' } }])).toThrow(
      DomainError,
    );
    expect(() => parsePatch([{ op: 'add', path: `/nodes/${id}`, value: { type: 'x' } }])).toThrow(
      DomainError,
    );
  }
});
