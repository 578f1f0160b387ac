import { expect, test } from 'vitest';
import { deepFreeze } from '../../testing/arbitraries';
import { type Dag, emptyDag } from '../dag/document';
import { IdTakenError, InvalidJsonError, InvalidPatchError, LimitExceededError } from '../errors';
import { canonicalText } from '../json/canonical';
import type { Json } from '../json/json';
import { LIMITS } from '../limits';
import { applyPatch } from './apply-patch';
import { compare } from './compare';
import { type Op, parsePatch } from './ops';

const add = (value: unknown, path = '/ext/a') => ({ op: 'add', path, value });

function nested(depth: number, kind: 'list' | 'map' = 'list'): Json {
  const open = kind === 'list' ? '[' : '{"a":';
  const close = kind === 'list' ? ']' : '}';
  return JSON.parse(
    `${open.repeat(depth - 1)}${kind === 'list' ? '[]' : '{}'}${close.repeat(depth - 1)}`,
  ) as Json;
}

test.for([null, {}, 'text', 7, { 0: add(1), length: 1 }])('[P1] %j is no patch', (input) => {
  expect(() => parsePatch(input)).toThrow(InvalidPatchError);
});

test('[P1] a patch has at least one op, and each is an object', () => {
  expect(() => parsePatch([])).toThrow('The patch has no operations.');
  expect(() => parsePatch([add(1), null])).toThrow('Operation 2 is no object.');
  expect(() => parsePatch([add(1), [add(1)]])).toThrow('Operation 2 is no object.');
});

test('[D5] a patch is stored as the canonical text of its ops', () => {
  const { ops, bytes } = parsePatch([
    { value: { b: -0, a: 1 }, path: '/ext/x', op: 'add', note: 1 },
  ]);
  const text = new TextDecoder().decode(bytes);
  expect(text).toBe('[{"op":"add","path":"/ext/x","value":{"a":1,"b":0}}]');
  expect(canonicalText(ops as unknown as Json)).toBe(text);
});

test('[P2] 10,000 ops and no more', () => {
  const ops = Array.from({ length: LIMITS.patchOps }, (_, index) => add(index, `/ext/k${index}`));
  expect(Object.keys(applyPatch(emptyDag(), parsePatch(ops).ops).ext)).toHaveLength(10_000);
  expect(() => parsePatch([...ops, add(1)])).toThrow(
    'Operations in a patch: 10,001 is over the limit of 10,000.',
  );
});

test('[P2] 1 MB of canonical bytes and no more', () => {
  const around = parsePatch([add('')]).bytes.length;
  const fits =
    'é'.repeat((LIMITS.patchBytes - around) / 2) + 'x'.repeat((LIMITS.patchBytes - around) % 2);
  expect(parsePatch([add(fits)]).bytes).toHaveLength(LIMITS.patchBytes);
  expect(() => parsePatch([add(`${fits}x`)])).toThrow('Bytes in a patch: 1,048,577 is over');
});

test.for(['list', 'map'] as const)(
  '[P2] a %s may lie 64 deep in the document, no deeper',
  (kind) => {
    const { ops } = parsePatch([add(nested(62, kind))]);
    expect(applyPatch(emptyDag(), ops).ext).toEqual({ a: nested(62, kind) });
    expect(() => applyPatch(emptyDag(), parsePatch([add(nested(63, kind))]).ops)).toThrow(
      LimitExceededError,
    );
    expect(() =>
      applyPatch(emptyDag(), [{ op: 'replace', path: '/ext', value: nested(64, 'map') }]),
    ).toThrow('Levels of nesting: 64 is over the limit of 63.');
  },
);

test('[P2] moving and copying obey the same depth', () => {
  const start = applyPatch(
    emptyDag(),
    parsePatch([add(nested(60, 'map')), add(nested(3, 'map'), '/ext/b')]).ops,
  );
  const deep = (op: 'move' | 'copy', path: string): Op[] => [{ op, from: '/ext/a', path }];
  for (const op of ['move', 'copy'] as const) {
    expect(applyPatch(start, deep(op, '/ext/b/a/c')).ext.b).toBeDefined();
    expect(() => applyPatch(start, deep(op, '/ext/b/a/a/c'))).toThrow(LimitExceededError);
  }
  const there: Op = { op: 'move', from: '/ext/a', path: '/ext/b/a/a/c' };
  const back: Op = { op: 'move', from: '/ext/b/a/a/c', path: '/ext/a' };
  expect(applyPatch(start, [there, back])).toEqual(start);
  const away: Op = { op: 'move', from: '/ext/b', path: '/settings/b' };
  expect(() => applyPatch(start, [there, away])).toThrow(LimitExceededError);
});

test('[P2] nesting by moves cannot exhaust the stack', () => {
  const ops: Op[] = [{ op: 'add', path: '/ext/a0', value: nested(50, 'map') }];
  for (let index = 1; index < 400; index += 1) {
    const to = `/ext/a${index}${'/a'.repeat(49)}`;
    ops.push({ op: 'add', path: `/ext/a${index}`, value: nested(50, 'map') });
    ops.push({ op: 'move', from: `/ext/a${index - 1}`, path: `${to}/b` });
  }
  expect(() => applyPatch(emptyDag(), ops)).toThrow(LimitExceededError);
  const copied: Op = { op: 'copy', from: '/ext/a399', path: '/ext/b' };
  expect(() => applyPatch(emptyDag(), [...ops, copied])).toThrow(LimitExceededError);
});

test('[S11] JSON that is 20,000 deep is refused and overflows nothing', () => {
  for (const kind of ['list', 'map'] as const) {
    expect(() => parsePatch([add(nested(20_000, kind))])).toThrow(LimitExceededError);
    expect(() => parsePatch(nested(20_000, kind))).toThrow();
    expect(() =>
      applyPatch(emptyDag(), [{ op: 'add', path: '/ext/a', value: nested(20_000, kind) }]),
    ).toThrow(LimitExceededError);
  }
});

test('[P2] a pointer has at most 64 segments', () => {
  expect(parsePatch([{ op: 'remove', path: '/ext' + '/a'.repeat(63) }]).ops).toHaveLength(1);
  expect(() => parsePatch([{ op: 'remove', path: '/ext' + '/a'.repeat(64) }])).toThrow(
    'Levels of a path: 65 is over the limit of 64.',
  );
  expect(() => parsePatch([{ op: 'remove', path: '/'.repeat(1_000_000) }])).toThrow(
    LimitExceededError,
  );
});

test.for([
  ['NaN', NaN],
  ['infinity', -Infinity],
  ['half a surrogate pair', '\ud83d'],
  ['the other half', '\ude00x'],
  ['halves in the wrong order', '\ude00\ud83d'],
  ['U+0000', 'a\0'],
  ['U+0000 in a key', { 'a\0': 1 }],
  ['half a pair in a key', [{ '\ud83d': 1 }]],
  ['undefined', [undefined]],
  ['a hole', [, 1]],
  ['a function', () => 1],
  ['a bigint', 1n],
  ['a date', new Date(0)],
  ['a map', new Map()],
] as [string, unknown][])('[D5] refused: %s', ([, value]) => {
  expect(() => parsePatch([add([value])])).toThrow(InvalidJsonError);
  expect(() => applyPatch(emptyDag(), [add([value]) as Op])).toThrow(InvalidJsonError);
});

test('[D5] half a surrogate pair is refused in a pointer too', () => {
  expect(() => parsePatch([add(1, '/ext/\ud83d')])).toThrow(InvalidJsonError);
});

test('[P2] what is copied is counted, and 20 doublings are refused', () => {
  const ops: Op[] = [{ op: 'add', path: '/ext/a', value: ['x'.repeat(30)] }];
  for (let index = 0; index < 20; index += 1)
    ops.push({ op: 'copy', from: '/ext/a', path: '/ext/a/-' });
  const patch = parsePatch(ops);
  expect(patch.bytes.length).toBeLessThan(1_500);
  expect(() => applyPatch(emptyDag(), patch.ops)).toThrow('Bytes copied by a patch');
});

test('[P2] copied bytes are bytes: 1 MB fits, one more does not', () => {
  const half = 'é'.repeat(LIMITS.copiedBytes / 4 - 1);
  const start: Dag = { ...emptyDag(), ext: { half, more: `${half}x` } };
  const copy = (from: string, path: string): Op => ({
    op: 'copy',
    from: `/ext/${from}`,
    path: `/ext/${path}`,
  });
  expect(Object.keys(applyPatch(start, [copy('half', 'a'), copy('half', 'b')]).ext)).toHaveLength(
    4,
  );
  expect(() => applyPatch(start, [copy('half', 'a'), copy('more', 'b')])).toThrow(
    'Bytes copied by a patch: 1,048,577 is over the limit of 1,048,576.',
  );
});

test('[P2] elements pushed aside in lists are counted', () => {
  const start = { ...emptyDag(), ext: { l: Array.from({ length: 400_000 }, () => 0) } };
  const ops = Array.from({ length: 300 }, (): Op => ({ op: 'add', path: '/ext/l/0', value: 1 }));
  expect(() => applyPatch(start, ops)).toThrow('List elements shifted by a patch');
  expect(applyPatch(start, ops.slice(0, 100)).ext.l).toHaveLength(400_100);
});

test('[D1] add /nodes/- with an id is rewritten to map form, in all four collections', () => {
  for (const name of ['nodes', 'edges', 'notes', 'groups']) {
    const { ops } = parsePatch([
      { op: 'add', path: `/${name}/-`, value: { id: 'x_1', type: 'noop' } },
    ]);
    expect(ops).toEqual([{ op: 'add', path: `/${name}/x_1`, value: { type: 'noop' } }]);
  }
});

test.for([
  { op: 'add', path: '/nodes/-', value: { type: 'noop' } },
  { op: 'add', path: '/nodes/-', value: { id: 7 } },
  { op: 'add', path: '/nodes/-', value: { id: 'A' } },
  { op: 'add', path: '/nodes/-', value: { id: 'a/b' } },
  { op: 'add', path: '/nodes/-', value: { id: '' } },
  { op: 'add', path: '/nodes/-', value: 'a' },
  { op: 'add', path: '/nodes/-/x', value: 1 },
  { op: 'add', path: '/nodes/0', value: {} },
  { op: 'replace', path: '/edges/0/source', value: 'a' },
  { op: 'remove', path: '/notes/-' },
  { op: 'test', path: '/groups/1', value: {} },
  { op: 'move', from: '/nodes/0', path: '/nodes/a' },
  { op: 'copy', from: '/nodes/a', path: '/nodes/-' },
  { op: 'add', path: `/nodes/${'a'.repeat(65)}`, value: {} },
])('[D1] refused: $op $from $path', (op) => {
  expect(() => parsePatch([op])).toThrow(InvalidPatchError);
});

test('[D1] whole collections may be named, and indexes inside entries may be used', () => {
  const ops = [
    { op: 'test', path: '/nodes', value: {} },
    { op: 'add', path: '/nodes/a', value: { type: 'x', config: { list: [1] } } },
    { op: 'add', path: '/nodes/a/config/list/0', value: 0 },
  ];
  expect(applyPatch(emptyDag(), parsePatch(ops).ops).nodes.a!.config).toEqual({ list: [0, 1] });
});

test('[D6] an id that exists is taken, however it is written', () => {
  const dag = deepFreeze(
    applyPatch(
      emptyDag(),
      parsePatch([add({ type: 'x' }, '/nodes/a'), add({ type: 'y' }, '/nodes/b')]).ops,
    ),
  );
  for (const op of [
    add({ type: 'x' }, '/nodes/a'),
    { op: 'add', path: '/nodes/-', value: { id: 'a', type: 'x' } },
    { op: 'copy', from: '/nodes/b', path: '/nodes/a' },
    { op: 'move', from: '/nodes/b', path: '/nodes/a' },
  ]) {
    expect(() => applyPatch(dag, parsePatch([op]).ops)).toThrow(IdTakenError);
  }
  const freed = parsePatch([
    { op: 'remove', path: '/nodes/a' },
    add({ type: 'z' }, '/nodes/a'),
  ]).ops;
  expect(applyPatch(dag, freed).nodes.a).toEqual({ type: 'z' });
  const same = parsePatch([{ op: 'move', from: '/nodes/a', path: '/nodes/a' }]).ops;
  expect(applyPatch(dag, same)).toEqual(dag);
});

test('[P1] messages stay short, whatever was sent', () => {
  const long = 'x'.repeat(500_000);
  const attempts: (() => unknown)[] = [
    () => parsePatch([{ op: 'remove', path: long }]),
    () => parsePatch([{ op: 'remove', path: `/~9${long}` }]),
    () => parsePatch([{ op: 'remove', path: `/nodes/${long}` }]),
    () => parsePatch([{ op: long, path: '/a' }]),
    () => applyPatch(emptyDag(), [{ op: 'remove', path: `/ext/${long}` }]),
    () =>
      applyPatch({ ...emptyDag(), ext: { l: [] } }, [
        { op: 'add', path: `/ext/l/1${long}`, value: 1 },
      ]),
  ];
  for (const attempt of attempts) {
    const error = thrown(attempt);
    expect(error.message.length).toBeLessThan(600);
    expect(JSON.stringify(error.data).length).toBeLessThan(600);
  }
  const astral = thrown(() =>
    applyPatch(emptyDag(), [{ op: 'remove', path: `/ext/a${'😀'.repeat(200)}` }]),
  );
  expect(astral.message.isWellFormed()).toBe(true);
});

test('[P2] a map is copied once in a patch, however many ops touch it', () => {
  let copies = 0;
  const entries = Object.fromEntries(
    Array.from({ length: 2_000 }, (_, n) => [`n${n}`, { type: 'x' }]),
  );
  const nodes = new Proxy(entries, {
    ownKeys: (target) => {
      copies += 1;
      return Reflect.ownKeys(target);
    },
  });
  const ops = Array.from({ length: 10_000 }, (_, n): Op => ({
    op: 'add',
    path: `/nodes/n${n % 2_000}/v`,
    value: n + 1,
  }));
  const after = applyPatch({ ...emptyDag(), nodes }, ops);
  expect(copies).toBe(1);
  expect(after.nodes.n0).toEqual({ type: 'x', v: 8_001 });
});

test('[P2] 10,000 moves of a large value, and comparing 10,000 entries, cost what they touch', () => {
  const big = Array.from({ length: 100_000 }, (_, index) => ({ index }));
  const start: Dag = { ...emptyDag(), ext: { a: big, b: { c: {} } } };
  const ops = Array.from({ length: 10_000 }, (_, index): Op =>
    index % 2 === 0
      ? { op: 'move', from: '/ext/a', path: '/ext/b/c/a' }
      : { op: 'move', from: '/ext/b/c/a', path: '/ext/a' },
  );
  expect(compare(start, applyPatch(start, ops))).toEqual([]);
  const same = ops.map((): Op => ({ op: 'move', from: '/ext/a', path: '/ext/a' }));
  expect(applyPatch(start, same).ext.a).toBe(big);
});

function thrown(act: () => unknown): { message: string; data: unknown } {
  try {
    act();
  } catch (error) {
    return error as { message: string; data: unknown };
  }
  throw new Error('Nothing was thrown.');
}
