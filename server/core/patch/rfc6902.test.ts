import { expect, test } from 'vitest';
import { deepFreeze } from '../../testing/arbitraries';
import { emptyDag } from '../dag/document';
import { DomainError } from '../errors';
import type { Json, JsonObject } from '../json/json';
import { applyPatch } from './apply-patch';
import { parsePatch } from './ops';

/** Paths below are inside `ext`; what is expected is `ext` afterwards, or the code of the refusal. */
function outcome(ext: JsonObject, ops: readonly Case[]): Json {
  const before = deepFreeze({ ...emptyDag(), ext });
  const text = JSON.stringify(before);
  try {
    const within = ops.map((op) => ({
      ...op,
      ...(op.path === undefined ? {} : { path: `/ext${op.path}` }),
      ...(op.from === undefined ? {} : { from: `/ext${op.from}` }),
    }));
    return applyPatch(before, deepFreeze(parsePatch(within).ops)).ext;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  } finally {
    expect(JSON.stringify(before)).toBe(text);
  }
}

interface Case {
  readonly op: string;
  readonly path?: string;
  readonly from?: string;
  readonly value?: Json;
  readonly extra?: Json;
}

const list = { l: [1, 2, 3] };
const deep = { a: { b: { c: 1 } } };

const accepted: [string, JsonObject, Case[], Json][] = [
  ['add a member', {}, [{ op: 'add', path: '/a', value: 1 }], { a: 1 }],
  ['add onto a member replaces it', { a: 1 }, [{ op: 'add', path: '/a', value: 2 }], { a: 2 }],
  ['add null', {}, [{ op: 'add', path: '/a', value: null }], { a: null }],
  ['add first', list, [{ op: 'add', path: '/l/0', value: 0 }], { l: [0, 1, 2, 3] }],
  ['add between', list, [{ op: 'add', path: '/l/1', value: 0 }], { l: [1, 0, 2, 3] }],
  ['add at the length', list, [{ op: 'add', path: '/l/3', value: 4 }], { l: [1, 2, 3, 4] }],
  ['add at the end', list, [{ op: 'add', path: '/l/-', value: [4] }], { l: [1, 2, 3, [4]] }],
  [
    'add twice at the end',
    { l: [] },
    [
      { op: 'add', path: '/l/-', value: 1 },
      { op: 'add', path: '/l/-', value: 2 },
    ],
    { l: [1, 2] },
  ],
  [
    'add into what was added',
    {},
    [
      { op: 'add', path: '/a', value: {} },
      { op: 'add', path: '/a/b', value: 1 },
    ],
    { a: { b: 1 } },
  ],
  [
    'add into an element',
    { l: [{}] },
    [{ op: 'add', path: '/l/0/x', value: 1 }],
    { l: [{ x: 1 }] },
  ],
  ['add an empty key', {}, [{ op: 'add', path: '/', value: 1 }], { '': 1 }],
  ['add under an empty key', { '': {} }, [{ op: 'add', path: '//a', value: 1 }], { '': { a: 1 } }],
  ['add a key with ~ and /', {}, [{ op: 'add', path: '/~0~1', value: 1 }], { '~/': 1 }],
  ['~01 is ~1 and not /', {}, [{ op: 'add', path: '/~01', value: 1 }], { '~1': 1 }],
  ['a key that looks like an index', {}, [{ op: 'add', path: '/01', value: 1 }], { '01': 1 }],
  ['a member called -', {}, [{ op: 'add', path: '/-', value: 1 }], { '-': 1 }],
  [
    'a member called length',
    { length: 1 },
    [{ op: 'replace', path: '/length', value: 2 }],
    { length: 2 },
  ],
  ['a member named as a method', {}, [{ op: 'add', path: '/toString', value: 1 }], { toString: 1 }],
  ['percent signs are no escapes', {}, [{ op: 'add', path: '/%2F', value: 1 }], { '%2F': 1 }],
  ['remove a member', { a: 1, b: 2 }, [{ op: 'remove', path: '/a' }], { b: 2 }],
  ['remove null', { a: null }, [{ op: 'remove', path: '/a' }], {}],
  ['remove an element', list, [{ op: 'remove', path: '/l/1' }], { l: [1, 3] }],
  [
    'remove twice shifts',
    list,
    [
      { op: 'remove', path: '/l/0' },
      { op: 'remove', path: '/l/0' },
    ],
    { l: [3] },
  ],
  ['replace a member', { a: 1 }, [{ op: 'replace', path: '/a', value: [] }], { a: [] }],
  ['replace null', { a: null }, [{ op: 'replace', path: '/a', value: 1 }], { a: 1 }],
  ['replace an element', list, [{ op: 'replace', path: '/l/2', value: null }], { l: [1, 2, null] }],
  [
    'replace inside an element',
    { l: [{ x: 1 }] },
    [{ op: 'replace', path: '/l/0/x', value: 2 }],
    { l: [{ x: 2 }] },
  ],
  ['move a member', { a: 1 }, [{ op: 'move', from: '/a', path: '/b' }], { b: 1 }],
  ['move onto itself', deep, [{ op: 'move', from: '/a', path: '/a' }], deep],
  ['move an element onto itself', list, [{ op: 'move', from: '/l/1', path: '/l/1' }], list],
  ['move up', deep, [{ op: 'move', from: '/a/b/c', path: '/c' }], { a: { b: {} }, c: 1 }],
  ['move onto its own parent', deep, [{ op: 'move', from: '/a/b', path: '/a' }], { a: { c: 1 } }],
  ['move forward in a list', list, [{ op: 'move', from: '/l/0', path: '/l/2' }], { l: [2, 3, 1] }],
  ['move backward in a list', list, [{ op: 'move', from: '/l/2', path: '/l/0' }], { l: [3, 1, 2] }],
  ['move to the end', list, [{ op: 'move', from: '/l/0', path: '/l/-' }], { l: [2, 3, 1] }],
  [
    'move from a list to a member',
    list,
    [{ op: 'move', from: '/l/0', path: '/a' }],
    { l: [2, 3], a: 1 },
  ],
  [
    'move into an element that shifts',
    { l: [{ x: 1 }, {}, { y: 1 }] },
    [{ op: 'move', from: '/l/0', path: '/l/1/z' }],
    { l: [{}, { y: 1, z: { x: 1 } }] },
  ],
  [
    'move to a name that continues its own',
    { a: 1, ab: {} },
    [{ op: 'move', from: '/a', path: '/ab/c' }],
    { ab: { c: 1 } },
  ],
  ['copy a member', deep, [{ op: 'copy', from: '/a/b', path: '/d' }], { ...deep, d: { c: 1 } }],
  [
    'copy into itself',
    { a: { x: 1 } },
    [{ op: 'copy', from: '/a', path: '/a/y' }],
    { a: { x: 1, y: { x: 1 } } },
  ],
  [
    'a copy is no alias',
    deep,
    [
      { op: 'copy', from: '/a', path: '/d' },
      { op: 'replace', path: '/d/b/c', value: 2 },
    ],
    { ...deep, d: { b: { c: 2 } } },
  ],
  [
    'nor is what it was copied from',
    deep,
    [
      { op: 'add', path: '/a/n', value: 1 },
      { op: 'copy', from: '/a', path: '/d' },
      { op: 'remove', path: '/a/n' },
    ],
    { ...deep, d: { b: { c: 1 }, n: 1 } },
  ],
  ['copy an element', list, [{ op: 'copy', from: '/l/0', path: '/l/-' }], { l: [1, 2, 3, 1] }],
  ['test a number', { a: 1 }, [{ op: 'test', path: '/a', value: 1.0 }], { a: 1 }],
  ['test negative zero', { a: 0 }, [{ op: 'test', path: '/a', value: -0 }], { a: 0 }],
  [
    'test an object, key order aside',
    { a: { x: 1, y: [2] } },
    [{ op: 'test', path: '/a', value: { y: [2], x: 1 } }],
    { a: { x: 1, y: [2] } },
  ],
  ['test null', { a: null }, [{ op: 'test', path: '/a', value: null }], { a: null }],
  [
    'members that nobody defined are dropped',
    {},
    [{ op: 'add', path: '/a', value: 1, extra: 7, from: '/x' }],
    { a: 1 },
  ],
];

test.for(accepted)('[P1] %s', ([, ext, ops, expected]) => {
  expect(outcome(ext, ops)).toStrictEqual(expected);
});

const refused: [string, JsonObject, Case[], string][] = [
  ['add below a missing parent', {}, [{ op: 'add', path: '/a/b', value: 1 }], 'patch_failed'],
  ['add below a scalar', { a: 'text' }, [{ op: 'add', path: '/a/0', value: 1 }], 'patch_failed'],
  ['add below null', { a: null }, [{ op: 'add', path: '/a/b', value: 1 }], 'patch_failed'],
  ['add past the end', list, [{ op: 'add', path: '/l/4', value: 1 }], 'patch_failed'],
  ['add at 01', list, [{ op: 'add', path: '/l/01', value: 1 }], 'patch_failed'],
  ['add at 1e0', list, [{ op: 'add', path: '/l/1e0', value: 1 }], 'patch_failed'],
  ['add at -1', list, [{ op: 'add', path: '/l/-1', value: 1 }], 'patch_failed'],
  ['add at +1', list, [{ op: 'add', path: '/l/+1', value: 1 }], 'patch_failed'],
  ['add at a blank and 1', list, [{ op: 'add', path: '/l/ 1', value: 1 }], 'patch_failed'],
  ['add at 1.0', list, [{ op: 'add', path: '/l/1.0', value: 1 }], 'patch_failed'],
  ['add at nothing', list, [{ op: 'add', path: '/l/', value: 1 }], 'patch_failed'],
  ['add at length', list, [{ op: 'add', path: '/l/length', value: 0 }], 'patch_failed'],
  ['add at 2^32', list, [{ op: 'add', path: '/l/4294967296', value: 0 }], 'patch_failed'],
  ['add at another digit one', list, [{ op: 'add', path: '/l/１', value: 0 }], 'patch_failed'],
  ['replace length', list, [{ op: 'replace', path: '/l/length', value: 0 }], 'patch_failed'],
  ['remove length', list, [{ op: 'remove', path: '/l/length' }], 'patch_failed'],
  ['test length', list, [{ op: 'test', path: '/l/length', value: 3 }], 'patch_failed'],
  [
    'test the length of a text',
    { a: 'xy' },
    [{ op: 'test', path: '/a/length', value: 2 }],
    'patch_failed',
  ],
  [
    'test a character of a text',
    { a: 'xy' },
    [{ op: 'test', path: '/a/0', value: 'x' }],
    'patch_failed',
  ],
  ['replace a missing member', {}, [{ op: 'replace', path: '/a', value: 1 }], 'patch_failed'],
  [
    'replace an inherited member',
    {},
    [{ op: 'replace', path: '/toString', value: 1 }],
    'patch_failed',
  ],
  ['replace past the end', list, [{ op: 'replace', path: '/l/3', value: 1 }], 'patch_failed'],
  ['replace at -', list, [{ op: 'replace', path: '/l/-', value: 1 }], 'patch_failed'],
  ['remove a missing member', {}, [{ op: 'remove', path: '/a' }], 'patch_failed'],
  ['remove an inherited member', {}, [{ op: 'remove', path: '/hasOwnProperty' }], 'patch_failed'],
  [
    'remove twice',
    { a: 1 },
    [
      { op: 'remove', path: '/a' },
      { op: 'remove', path: '/a' },
    ],
    'patch_failed',
  ],
  ['remove past the end', list, [{ op: 'remove', path: '/l/3' }], 'patch_failed'],
  ['remove at -', list, [{ op: 'remove', path: '/l/-' }], 'patch_failed'],
  ['remove at 00', list, [{ op: 'remove', path: '/l/00' }], 'patch_failed'],
  ['move what is missing', {}, [{ op: 'move', from: '/a', path: '/b' }], 'patch_failed'],
  ['move from -', list, [{ op: 'move', from: '/l/-', path: '/b' }], 'patch_failed'],
  ['move into itself', deep, [{ op: 'move', from: '/a', path: '/a/b/d' }], 'patch_failed'],
  [
    'move past the end that the removal left',
    list,
    [{ op: 'move', from: '/l/0', path: '/l/3' }],
    'patch_failed',
  ],
  [
    'move into the last element, gone by then',
    { l: [{}, {}] },
    [{ op: 'move', from: '/l/0', path: '/l/1/x' }],
    'patch_failed',
  ],
  ['move below a missing parent', deep, [{ op: 'move', from: '/a', path: '/x/y' }], 'patch_failed'],
  ['copy what is missing', {}, [{ op: 'copy', from: '/a', path: '/b' }], 'patch_failed'],
  ['copy past the end', list, [{ op: 'copy', from: '/l/0', path: '/l/4' }], 'patch_failed'],
  [
    'copy from an inherited member',
    {},
    [{ op: 'copy', from: '/valueOf', path: '/b' }],
    'patch_failed',
  ],
  ['test what is missing', {}, [{ op: 'test', path: '/a', value: null }], 'patch_failed'],
  ['test 1 against "1"', { a: 1 }, [{ op: 'test', path: '/a', value: '1' }], 'patch_failed'],
  [
    'test a list in another order',
    list,
    [{ op: 'test', path: '/l', value: [3, 2, 1] }],
    'patch_failed',
  ],
  [
    'test a list against an object',
    list,
    [{ op: 'test', path: '/l', value: { 0: 1, 1: 2, 2: 3 } }],
    'patch_failed',
  ],
  [
    'test a part of an object',
    { a: { x: 1, y: 2 } },
    [{ op: 'test', path: '/a', value: { x: 1 } }],
    'patch_failed',
  ],
  [
    'the second op of two',
    {},
    [
      { op: 'add', path: '/a', value: 1 },
      { op: 'test', path: '/a', value: 2 },
    ],
    'patch_failed',
  ],
  ['~2', {}, [{ op: 'add', path: '/~2', value: 1 }], 'invalid_patch'],
  ['~ at the end', {}, [{ op: 'add', path: '/a~', value: 1 }], 'invalid_patch'],
  ['~ in from', { a: 1 }, [{ op: 'copy', from: '/~', path: '/b' }], 'invalid_patch'],
  [
    '__proto__ as the last segment',
    {},
    [{ op: 'add', path: '/__proto__', value: {} }],
    'invalid_patch',
  ],
  ['__proto__ on the way', {}, [{ op: 'add', path: '/__proto__/x', value: 1 }], 'invalid_patch'],
  ['constructor', {}, [{ op: 'add', path: '/constructor/prototype/x', value: 1 }], 'invalid_patch'],
  ['prototype', {}, [{ op: 'remove', path: '/prototype' }], 'invalid_patch'],
  ['__proto__ in from', {}, [{ op: 'copy', from: '/__proto__', path: '/b' }], 'invalid_patch'],
  ['no value', {}, [{ op: 'add', path: '/a' }], 'invalid_patch'],
  ['no from', { a: 1 }, [{ op: 'move', path: '/a' }], 'invalid_patch'],
  ['no path', {}, [{ op: 'remove' }], 'invalid_patch'],
  ['another op', {}, [{ op: 'merge', path: '/a', value: 1 }], 'invalid_patch'],
  ['an op of the library', { a: 1 }, [{ op: '_get', path: '/a', value: 1 }], 'invalid_patch'],
  ['an op in capitals', {}, [{ op: 'ADD', path: '/a', value: 1 }], 'invalid_patch'],
];

test.for(refused)('[P1][S12] refused: %s', ([, ext, ops, code]) => {
  expect(outcome(ext, ops)).toBe(code);
});

test.for([
  { op: 'add', path: '', value: {} },
  { op: 'replace', path: '', value: {} },
  { op: 'remove', path: '' },
  { op: 'move', from: '', path: '/ext/a' },
  { op: 'move', from: '/ext', path: '' },
  { op: 'copy', from: '/ext', path: '' },
  { op: 'replace', path: '/schema/x', value: 1 },
])('[P1] refused on the whole document: $op $from $path', (op) => {
  expect(() => applyPatch(deepFreeze(emptyDag()), parsePatch([op]).ops)).toThrow(DomainError);
});

test('[P1] a pointer starts with a slash, and may name the whole document in a test', () => {
  expect(() => parsePatch([{ op: 'remove', path: 'ext/a' }])).toThrow('does not start with “/”');
  expect(() => parsePatch([{ op: 'remove', path: '#/ext/a' }])).toThrow('does not start with “/”');
  const dag = deepFreeze(emptyDag());
  expect(
    applyPatch(dag, [{ op: 'test', path: '', value: structuredClone(dag) as unknown as Json }]),
  ).toBe(dag);
});

test('[P1] what a patch brings is not changed by ops that come after', () => {
  const value = deepFreeze({ b: { c: [1] } });
  const ops = parsePatch([
    { op: 'add', path: '/ext/a', value },
    { op: 'add', path: '/ext/a/b/c/0', value: 0 },
    { op: 'move', from: '/ext/a/b', path: '/ext/d' },
  ]).ops;
  expect(applyPatch(deepFreeze(emptyDag()), deepFreeze(ops)).ext).toEqual({
    a: {},
    d: { c: [0, 1] },
  });
  expect(value).toEqual({ b: { c: [1] } });
});
