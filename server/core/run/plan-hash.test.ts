import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonObject, runs } from '../../testing/arbitraries';
import { canonicalText } from '../json/canonical';
import type { Json, JsonObject } from '../json/json';
import { type Plan, planHash } from './plan-hash';

const plain: Plan = { base: 'b', chain: [], runPatch: null, options: {} };
const ids = (...chain: string[]): Partial<Plan> => ({ chain });
const options = (value: JsonObject): Partial<Plan> => ({ options: value });

test.for<[string, Partial<Plan>, Partial<Plan>]>([
  [
    'an id and an option',
    { ...ids('a', 'b'), ...options({ x: 1 }) },
    { ...ids('a'), ...options({ 'b\nx': 1 }) },
  ],
  [
    'a value with a line break and two options',
    options({ x: '1\ny=2' }),
    options({ x: '1', y: '2' }),
  ],
  ['a number and its text', options({ x: 1 }), options({ x: '1' })],
  ['null and its text', options({ x: null }), options({ x: 'null' })],
  ['null and nothing', options({ x: null }), options({})],
  ['two objects', options({ x: { a: 1 } }), options({ x: { b: 2 } })],
  ['an object and its text', options({ x: {} }), options({ x: '[object Object]' })],
  ['a list and its text', options({ x: [1, 2] }), options({ x: '1,2' })],
  ['two orders of the chain', ids('a', 'b'), ids('b', 'a')],
  ['one id and two', ids('a\nb'), ids('a', 'b')],
  ['one id and two, with a comma', ids('a","b'), ids('a', 'b')],
  ['base and chain', { base: 'b', chain: ['a'] }, { base: 'a', chain: ['b'] }],
  ['a patch in the chain and over the run', ids('a'), { runPatch: 'a' }],
  ['no run patch and one called null', { runPatch: null }, { runPatch: 'null' }],
])('[R2] told apart: %s', ([, one, other]) => {
  expect(planHash({ ...plain, ...one })).not.toBe(planHash({ ...plain, ...other }));
});

test('[R2] the order of options is nothing', () => {
  expect(planHash({ ...plain, options: { a: 1, b: { c: 2, d: 3 } } })).toBe(
    planHash({ ...plain, options: { b: { d: 3, c: 2 }, a: 1 } }),
  );
});

test('[R2] equal hashes are equal plans', () => {
  const plan: fc.Arbitrary<Plan> = fc.record({
    base: fc.constantFrom('a', 'b'),
    chain: fc.array(fc.constantFrom('a', 'b', 'a,b'), { maxLength: 3 }),
    runPatch: fc.constantFrom(null, 'a'),
    options: fc.oneof(fc.constant({}), jsonObject),
  });
  fc.assert(
    fc.property(plan, plan, (one, other) => {
      const same =
        canonicalText(one as unknown as Json) === canonicalText(other as unknown as Json);
      expect(planHash(one) === planHash(other)).toBe(same);
    }),
    runs(500),
  );
});
