import { describe, expect, test } from 'vitest';
import { deepFreeze } from '../../testing/arbitraries';
import { type Dag, emptyDag } from '../dag/document';
import type { Json } from '../json/json';
import { applyPatch } from '../patch/apply-patch';
import type { Op } from '../patch/ops';
import { carryOver } from './carry-over';
import type { Choice } from './conflict';
import { mergeDags } from './merge';

/** a → b → c, and d alone. */
const base: Dag = deepFreeze({
  ...emptyDag(),
  nodes: {
    a: { type: 'x', name: 'A', position: { x: 0, y: 0 }, config: { url: 'u' } },
    b: { type: 'x' },
    c: { type: 'x' },
    d: { type: 'x' },
  },
  edges: { ab: { source: 'a', target: 'b' }, bc: { source: 'b', target: 'c' } },
});

const put = (path: string, value: object | Json): Op => ({ op: 'add', path, value: value as Json });
const remove = (path: string): Op => ({ op: 'remove', path });
const join = (id: string, source: string, target: string) =>
  put(`/edges/${id}`, { source, target });
const dropB = [remove('/edges/ab'), remove('/edges/bc'), remove('/nodes/b')];

function merge(head: readonly Op[], incoming: readonly Op[], ...choices: [string, Choice][]) {
  const sides = { base, head: applyPatch(base, head), incoming: applyPatch(base, incoming) };
  return mergeDags(sides, new Map(choices));
}

const HEAD: Choice = { take: 'head' };
const INCOMING: Choice = { take: 'incoming' };

/*
 *        ┌─ head:     a renamed, n added ────────┐
 *  base ─┤                                       ├─ merged
 *        └─ incoming: a moved, a → b removed ────┘
 */
test('[M3] changes that do not touch merge, field by field', () => {
  const merged = merge(
    [put('/nodes/a/name', 'B'), put('/nodes/n', { type: 'y' })],
    [put('/nodes/a/position/x', 7), remove('/edges/ab')],
  );
  expect(merged).toMatchObject({ conflicts: [], open: [], problem: undefined });
  expect(merged.dag.nodes).toMatchObject({ a: { name: 'B', position: { x: 7, y: 0 } }, n: {} });
  expect(Object.keys(merged.dag.edges)).toEqual(['bc']);
  expect(merged.ops.map(({ op, path }) => `${op} ${path}`)).toEqual(
    ['replace /nodes/a/position', 'remove /edges/ab'].sort((x, y) =>
      x.includes('edges') ? -1 : y.includes('edges') ? 1 : 0,
    ),
  );
});

test('[M3] one field, two values: base, head and incoming are told, and each can be taken', () => {
  const sides = [[put('/nodes/a/config/url', 'v')], [put('/nodes/a/config/url', 'w')]] as const;
  const unit = '/nodes/a/config/url';
  const merged = merge(...sides);
  expect(merged.conflicts).toEqual([
    { kind: 'field', unit, base: 'u', head: 'v', incoming: 'w', against: [unit] },
  ]);
  expect(merged.open).toEqual([unit]);
  const url = (choice: Choice) => {
    const settled = merge(...sides, [unit, choice]);
    expect(settled.open).toEqual([]);
    return settled.dag.nodes.a?.config?.url;
  };
  expect(url(HEAD)).toBe('v');
  expect(url(INCOMING)).toBe('w');
  expect(url({ take: 'base' })).toBe('u');
  expect(url({ value: 'x' })).toBe('x');
  expect(merged.dag.nodes.a?.config?.url).toBe('v');
});

describe('[M3] removed: one side deletes what the other one edits', () => {
  const edit = [put('/nodes/b/name', 'B'), put('/nodes/b/timeoutMs', 9)];

  test.for<[string, Op[], Op[], Choice, Choice]>([
    ['the head deletes', dropB, edit, HEAD, INCOMING],
    ['the incoming side deletes', edit, dropB, INCOMING, HEAD],
  ])('%s', ([, head, incoming, deletes, edits]) => {
    const merged = merge(head, incoming);
    expect(merged.conflicts).toMatchObject([{ kind: 'removed', unit: '/nodes/b' }]);
    const gone = merge(head, incoming, ['/nodes/b', deletes]);
    expect(gone.problem).toBeUndefined();
    expect(gone.dag.nodes).not.toHaveProperty('b');
    expect(gone.dag.edges).toEqual({});
    const kept = merge(head, incoming, ['/nodes/b', edits]);
    expect(kept.problem).toBeUndefined();
    expect(kept.dag.nodes.b).toEqual({ type: 'x', name: 'B', timeoutMs: 9 });
    // Its connections were taken away with it only.
    expect(kept.dag.edges).toEqual(base.edges);
  });
});

test.for<[string, Op[], Op[]]>([
  ['the head', [put('/edges/ab/sourcePort', 'x')], dropB],
  ['the incoming side', dropB, [put('/edges/ab/sourcePort', 'x')]],
])(
  '[M3] removed: a connection that %s changed is kept with the node at its end',
  ([who, head, incoming]) => {
    const sides = [head, incoming] as const;
    expect(merge(...sides).conflicts).toMatchObject([{ kind: 'removed', unit: '/edges/ab' }]);
    expect(merge(...sides).problem).toBeUndefined();
    const [keeps, deletes] = who === 'the head' ? [HEAD, INCOMING] : [INCOMING, HEAD];
    const kept = merge(...sides, ['/edges/ab', keeps]);
    expect(kept.problem).toBeUndefined();
    expect(kept.dag.edges).toEqual({ ...base.edges, ab: { ...base.edges.ab, sourcePort: 'x' } });
    const gone = merge(...sides, ['/edges/ab', deletes]);
    expect(gone.problem).toBeUndefined();
    expect(gone.dag.nodes).not.toHaveProperty('b');
  },
);

test('[M3] a connection settled for itself does not come back with its node', () => {
  const incoming = [put('/edges/ab/sourcePort', 'x'), put('/nodes/b/name', 'B')];
  const merged = merge(dropB, incoming, ['/nodes/b', INCOMING], ['/edges/ab', HEAD]);
  expect(merged).toMatchObject({ open: [], problem: undefined });
  expect(merged.dag.nodes.b?.name).toBe('B');
  expect(Object.keys(merged.dag.edges)).toEqual(['bc']);
});

test('[M3] id_taken: two entries under one id', () => {
  const sides = [[put('/nodes/n', { type: 'y' })], [put('/nodes/n', { type: 'z' })]] as const;
  expect(merge(...sides).conflicts).toEqual([
    {
      kind: 'id_taken',
      unit: '/nodes/n',
      head: { type: 'y' },
      incoming: { type: 'z' },
      against: ['/nodes/n'],
    },
  ]);
  expect(merge(...sides, ['/nodes/n', INCOMING]).dag.nodes.n).toEqual({ type: 'z' });
});

test('[M3] the same connection made on both sides is one connection', () => {
  const merged = merge([join('one', 'c', 'd')], [join('two', 'c', 'd')]);
  expect(merged).toMatchObject({ conflicts: [], ops: [], problem: undefined });
});

test('[M3] of the same connection made on both sides the head’s stays, also where it was chosen', () => {
  const head = [put('/edges/ab/source', 'd'), put('/edges/ab/target', 'c')];
  const incoming = [
    put('/edges/ab/source', 'b'),
    put('/edges/ab/target', 'd'),
    join('aa', 'd', 'c'),
  ];
  const merged = merge(head, incoming, ['/edges/ab/source', HEAD], ['/edges/ab/target', HEAD]);
  expect(merged).toMatchObject({ open: [], ops: [], problem: undefined });
});

test('[M3] id_taken: two connections between the same ports that are not the same', () => {
  const incoming = [put('/edges/two', { source: 'c', target: 'd', feedback: true })];
  const sides = [[join('one', 'c', 'd')], incoming] as const;
  const { conflicts } = merge(...sides);
  expect(conflicts).toMatchObject([
    { kind: 'id_taken', unit: '/edges/two', head: { target: 'd' }, against: ['/edges/one'] },
  ]);
  expect(Object.keys(merge(...sides, ['/edges/two', HEAD]).dag.edges)).toEqual(['ab', 'bc', 'one']);
  const taken = merge(...sides, ['/edges/two', INCOMING]);
  expect(taken.problem).toBeUndefined();
  expect(Object.keys(taken.dag.edges)).toEqual(['ab', 'bc', 'two']);
});

describe('[M3] dangling: a connection to a node that the other side deletes', () => {
  const connect = [join('bd', 'b', 'd')];

  test.for<[string, Op[], Op[], Choice, Choice]>([
    ['the head deletes', dropB, connect, HEAD, INCOMING],
    ['the incoming side deletes', connect, dropB, INCOMING, HEAD],
  ])('%s', ([, head, incoming, deletes, connects]) => {
    const merged = merge(head, incoming);
    expect(merged.conflicts).toMatchObject([{ kind: 'dangling', unit: '/edges/bd', path: ['b'] }]);
    expect(merged.problem).toBeUndefined();
    const gone = merge(head, incoming, ['/edges/bd', deletes]);
    expect(gone.problem).toBeUndefined();
    expect(gone.dag.edges).toEqual({});
    const kept = merge(head, incoming, ['/edges/bd', connects]);
    expect(kept.problem).toBeUndefined();
    expect(kept.dag.nodes).toHaveProperty('b');
    expect(Object.keys(kept.dag.edges).sort()).toEqual(['ab', 'bc', 'bd']);
    const turned = merge(head, incoming, ['/edges/bd', { value: { source: 'a', target: 'd' } }]);
    expect(turned.problem).toBeUndefined();
    expect(turned.dag.nodes).not.toHaveProperty('b');
    expect(turned.dag.edges).toEqual({ bd: { source: 'a', target: 'd' } });
  });
});

describe('[M3] cycle: connections that close a loop together', () => {
  const sides = [[join('cd', 'c', 'd')], [join('da', 'd', 'a')]] as const;

  test('the loop is told, and the head stands until it is settled', () => {
    const merged = merge(...sides);
    expect(merged.conflicts).toMatchObject([
      { kind: 'cycle', unit: '/edges/da', incoming: { source: 'd' }, against: ['/edges/cd'] },
    ]);
    expect(new Set(merged.conflicts[0]?.path)).toEqual(new Set(['a', 'b', 'c', 'd']));
    expect(merged).toMatchObject({ problem: undefined, ops: [] });
  });

  test.for<[string, Choice, string[]]>([
    ['the head', HEAD, ['ab', 'bc', 'cd']],
    ['the incoming side', INCOMING, ['ab', 'bc', 'da']],
  ])('%s can be taken', ([, choice, edges]) => {
    const merged = merge(...sides, ['/edges/da', choice]);
    expect(merged).toMatchObject({ open: [], problem: undefined });
    expect(Object.keys(merged.dag.edges)).toEqual(edges);
  });

  test('a value that still closes it is refused in words', () => {
    const merged = merge(...sides, ['/edges/da', { value: { source: 'd', target: 'b' } }]);
    expect(merged.open).toEqual([]);
    expect(merged.problem).toMatchObject({ code: 'cycle' });
  });

  test('a choice made about something else closes it and takes no other connection away', () => {
    const turned = [put('/edges/ab/source', 'd')];
    const removed = [remove('/edges/ab'), join('bd', 'b', 'd')];
    const merged = merge(removed, turned, ['/edges/ab', INCOMING]);
    expect(merged.conflicts).toMatchObject([{ kind: 'removed', unit: '/edges/ab' }]);
    expect(merged.problem).toMatchObject({ code: 'cycle' });
    expect(merge(removed, turned, ['/edges/ab', HEAD]).problem).toBeUndefined();
  });

  test('thousands of loops are told without looking for each from the start', () => {
    const ids = Array.from({ length: 2_000 }, (_, n) => `n${n}`);
    const many: Dag = {
      ...emptyDag(),
      nodes: Object.fromEntries(
        ids.flatMap((id) => [id, `${id}x`]).map((id) => [id, { type: 'x' }]),
      ),
    };
    const there = applyPatch(
      many,
      ids.map((id) => join(`${id}_there`, id, `${id}x`)),
    );
    const back = applyPatch(
      many,
      ids.map((id) => join(`${id}_back`, `${id}x`, id)),
    );
    const merged = mergeDags({ base: many, head: there, incoming: back });
    expect(merged.conflicts).toHaveLength(2_000);
    expect(merged.problem).toBeUndefined();
  });

  test('several loops are several conflicts', () => {
    const merged = merge([join('cd', 'c', 'd')], [join('da', 'd', 'a'), join('db', 'd', 'b')]);
    expect(merged.conflicts.map(({ unit }) => unit)).toEqual(['/edges/da', '/edges/db']);
  });
});

test('[M3] thousands of connections made on both sides are told at once', () => {
  const ids = Array.from({ length: 3000 }, (_, index) => `n${index}`);
  const start = applyPatch(
    base,
    ids.map((id) => put(`/nodes/${id}`, { type: 'x' })),
  );
  const joined = (side: string, label: string) =>
    applyPatch(
      start,
      ids.map((id) => put(`/edges/${side}_${id}`, { source: 'a', target: id, label })),
    );
  const merged = (label: string) =>
    mergeDags({ base: start, head: joined('head', 'same'), incoming: joined('incoming', label) });
  expect(merged('same')).toMatchObject({ ops: [], open: [] });
  expect(merged('other').open).toHaveLength(ids.length);
});

test.each([null, 5, 'a', [], {}, { source: null, target: null }])(
  '[D2] %j in place of a connection is refused in words',
  (value) => {
    const result = merge([join('e', 'a', 'd')], [join('e', 'b', 'd')], ['/edges/e', { value }]);
    expect(result.open).toEqual([]);
    expect(result.problem).toMatchObject({ code: 'invalid_document' });
  },
);

test('[V5] a connection that both sides turned, one at each end, never joins a node to itself', () => {
  const sides = [[put('/edges/ab/target', 'd')], [put('/edges/ab/source', 'd')]] as const;
  expect(merge(...sides).conflicts).toMatchObject([{ kind: 'field', unit: '/edges/ab' }]);
  expect(merge(...sides, ['/edges/ab', INCOMING]).dag.edges.ab).toEqual({
    source: 'd',
    target: 'b',
  });
});

test('[P6] conflicts under one entry that went are one', () => {
  const { conflicts } = merge(
    [put('/nodes/a/config/a-b', 1), put('/nodes/a/config/a', 1), put('/nodes/d/name', 'D')],
    [remove('/nodes/a/config'), remove('/nodes/d')],
  );
  expect(conflicts.map(({ kind, unit }) => `${kind} ${unit}`)).toEqual([
    'field /nodes/a/config',
    'removed /nodes/d',
  ]);
  expect(conflicts[0]?.against).toEqual(['/nodes/a/config/a', '/nodes/a/config/a-b']);
});

describe('[V5] an edit carried over to a head that has moved on', () => {
  const head = applyPatch(base, [put('/nodes/a/name', 'B')]);

  test('brings its ops along when they touch nothing', () => {
    const result = carryOver(base, [put('/nodes/a/timeoutMs', 5)], head);
    expect(result).toMatchObject({ status: 'clean', ops: [{ path: '/nodes/a/timeoutMs' }] });
  });

  test('has nothing left to do when the same was done', () => {
    expect(carryOver(base, [put('/nodes/a/name', 'B')], head)).toMatchObject({
      status: 'clean',
      ops: [],
    });
  });

  test('conflicts when what it tested is no longer so', () => {
    const guard: Op = { op: 'test', path: '/nodes/a/name', value: 'A' };
    expect(carryOver(base, [guard, put('/nodes/a/timeoutMs', 5)], head)).toMatchObject({
      status: 'conflict',
      conflicts: [{ kind: 'field', unit: '/nodes/a/name', base: 'A', head: 'B', incoming: 'A' }],
    });
  });

  test('[D2] conflicts when both together close a loop', () => {
    const joined = applyPatch(base, [join('cd', 'c', 'd')]);
    expect(carryOver(base, [join('da', 'd', 'a')], joined)).toMatchObject({
      status: 'conflict',
      conflicts: [{ kind: 'cycle', unit: '/edges/da' }],
    });
  });
});
