import { expect, test } from 'vitest';
import { deepFreeze } from '../../testing/arbitraries';
import { type Dag, emptyDag } from '../dag/document';
import type { Json } from '../json/json';
import { applyPatch } from './apply-patch';
import type { Op } from './ops';
import { rebase } from './rebase';
import { unitOf, unitsOf } from './units';

const base: Dag = deepFreeze({
  ...emptyDag(),
  nodes: {
    a: {
      type: 'x',
      name: 'A',
      position: { x: 0, y: 0 },
      config: { url: 'u', list: [1, { k: 1 }] },
    },
    b: { type: 'x', group: 'g' },
  },
  edges: { e: { source: 'a', target: 'b' } },
  groups: { g: { name: 'G', position: { x: 0, y: 0 } } },
  settings: { run: { size: 1 }, ui: {} },
});

const set = (path: string, value: object | Json): Op => ({ op: 'add', path, value: value as Json });
const remove = (path: string): Op => ({ op: 'remove', path });
const dropA = [remove('/edges/e'), remove('/nodes/a')];

function rebased(mine: readonly Op[], head: Dag) {
  return rebase({ base, incoming: applyPatch(base, mine), head }, unitsOf(base, mine).reads);
}

/** How `mine` fares on what `theirs` made, in both orders: the ops left, or the units in conflict. */
function both(mine: readonly Op[], theirs: readonly Op[]): unknown[] {
  return [
    [mine, theirs],
    [theirs, mine],
  ].map(([first, second]) => {
    const { ops, touches, dangling } = rebased(first!, applyPatch(base, second!));
    const units = [...touches.map(({ unit }) => unit), ...dangling.map(({ node }) => node)];
    return units.length === 0 ? ops.map(({ op, path }) => `${op} ${path}`) : { conflict: units };
  });
}

const conflict = (...units: string[]) => ({ conflict: units });

test.for<[string, Op[], Op[], unknown, unknown]>([
  [
    'two fields of a node',
    [set('/nodes/a/name', 'B')],
    [set('/nodes/a/config/url', 'v')],
    ['replace /nodes/a/name'],
    ['replace /nodes/a/config/url'],
  ],
  [
    'two keys of a configuration',
    [set('/nodes/a/config/x', 1)],
    [set('/nodes/a/config/y', 1)],
    ['add /nodes/a/config/x'],
    ['add /nodes/a/config/y'],
  ],
  [
    'a move and a change',
    [set('/nodes/a/position', { x: 5, y: 5 })],
    [set('/nodes/a/name', 'B')],
    ['replace /nodes/a/position'],
    ['replace /nodes/a/name'],
  ],
  [
    'a move and a connection',
    [set('/nodes/a/position', { x: 5, y: 0 })],
    [set('/edges/f', { source: 'b', target: 'a', feedback: true })],
    ['replace /nodes/a/position'],
    ['add /edges/f'],
  ],
  [
    'equal writes',
    [set('/nodes/a/name', 'B'), set('/ext/x', 1)],
    [set('/nodes/a/name', 'B')],
    ['add /ext/x'],
    [],
  ],
  ['equal additions', [set('/nodes/n', { type: 'y' })], [set('/nodes/n', { type: 'y' })], [], []],
  [
    'an equal node with an equal edge',
    [set('/nodes/n', { type: 'y' }), set('/edges/f', { source: 'a', target: 'n' })],
    [set('/nodes/n', { type: 'y' }), set('/edges/f', { source: 'a', target: 'n' })],
    [],
    [],
  ],
  ['double removal', dropA, dropA, [], []],
  [
    'removal of a node that the other one moved',
    dropA,
    [set('/nodes/a/position', { x: 9, y: 9 })],
    ['remove /edges/e', 'remove /nodes/a'],
    [],
  ],
  [
    'removal of a group that the other one folded',
    [remove('/groups/g')],
    [set('/groups/g/collapsed', true)],
    ['remove /groups/g'],
    [],
  ],
  [
    'removal of a node that the other one took out of its group',
    [remove('/edges/e'), remove('/nodes/b')],
    [remove('/nodes/b/group')],
    ['remove /edges/e', 'remove /nodes/b'],
    [],
  ],
  [
    'a place that is given up and one that is changed',
    [remove('/nodes/a/position')],
    [set('/nodes/a/position/x', 4)],
    ['remove /nodes/a/position'],
    [],
  ],
])('[P6] no conflict: %s', ([, mine, theirs, one, other]) => {
  expect(both(mine, theirs)).toEqual([one, other]);
});

test.for<[string, Op[], Op[], unknown, unknown]>([
  [
    'one field, two values',
    [set('/nodes/a/name', 'B')],
    [set('/nodes/a/name', 'C')],
    conflict('/nodes/a/name'),
    conflict('/nodes/a/name'),
  ],
  [
    'two places, also when one drag went across and the other one down',
    [set('/nodes/a/position', { x: 1, y: 0 })],
    [set('/nodes/a/position/y', 2)],
    conflict('/nodes/a/position'),
    conflict('/nodes/a/position'),
  ],
  [
    'two sizes',
    [set('/groups/g/size', { width: 9, height: 10 })],
    [set('/groups/g/size', { width: 10, height: 9 })],
    conflict('/groups/g/size'),
    conflict('/groups/g/size'),
  ],
  [
    'one list, two elements',
    [set('/nodes/a/config/list/0', 0)],
    [remove('/nodes/a/config/list/1')],
    conflict('/nodes/a/config/list'),
    conflict('/nodes/a/config/list'),
  ],
  [
    'one id, two nodes',
    [set('/nodes/n', { type: 'y' })],
    [set('/nodes/n', { type: 'z' })],
    conflict('/nodes/n'),
    conflict('/nodes/n'),
  ],
  [
    'a configuration and a key in it',
    [remove('/nodes/a/config')],
    [set('/nodes/a/config/url', 'v')],
    conflict('/nodes/a/config'),
    conflict('/nodes/a/config/url'),
  ],
  [
    'a removal and a change',
    dropA,
    [set('/nodes/a/name', 'B')],
    conflict('/nodes/a'),
    conflict('/nodes/a/name'),
  ],
  [
    'a removal and a change beside a move',
    dropA,
    [set('/nodes/a/name', 'B'), set('/nodes/a/position/x', 3)],
    conflict('/nodes/a'),
    conflict('/nodes/a/name'),
  ],
  [
    'a connection and its node',
    [set('/edges/f', { source: 'b', target: 'a', feedback: true })],
    dropA,
    conflict('/nodes/a'),
    conflict('/nodes/a'),
  ],
  [
    'a connection that is moved to a node that goes',
    [
      set('/nodes/n', { type: 'y' }),
      set('/edges/f', { source: 'a', target: 'n' }),
      set('/edges/f/source', 'b'),
    ],
    [remove('/edges/e'), remove('/nodes/b')],
    conflict('/nodes/b'),
    conflict('/nodes/b'),
  ],
  [
    'a setting called size is no layout',
    [set('/settings/run/size', 2)],
    [remove('/settings/run/size')],
    conflict('/settings/run/size'),
    conflict('/settings/run/size'),
  ],
])('[P6] conflict: %s', ([, mine, theirs, one, other]) => {
  expect(both(mine, theirs)).toEqual([one, other]);
});

test.for<[string, Op]>([
  ['test', { op: 'test', path: '/nodes/a/config', value: { url: 'u', list: [1, { k: 1 }] } }],
  ['copy', { op: 'copy', from: '/nodes/a/config', path: '/ext/c' }],
  ['move', { op: 'move', from: '/nodes/a/config', path: '/ext/c' }],
])('[P6] what %s reads must not have changed', ([, op]) => {
  const theirs = applyPatch(base, [set('/nodes/a/config/url', 'v')]);
  expect(rebased([op], theirs).touches).not.toEqual([]);
  expect(rebased([op], applyPatch(base, [set('/nodes/a/name', 'B')])).touches).toEqual([]);
});

test('[P6] a test alone leaves nothing to do', () => {
  const ops: Op[] = [{ op: 'test', path: '/schema', value: 1 }];
  const nothing = { ops: [], touches: [], dangling: [] };
  expect(rebased(ops, applyPatch(base, dropA))).toEqual(nothing);
});

test('[P6] what touches carries the op of each side', () => {
  const mine = [set('/nodes/a/name', 'B'), set('/nodes/a/timeoutMs', 5)];
  const head = applyPatch(base, [set('/nodes/a/name', 'C')]);
  expect(rebased(mine, head)).toEqual({
    ops: [{ op: 'add', path: '/nodes/a/timeoutMs', value: 5 }],
    touches: [
      {
        unit: '/nodes/a/name',
        incoming: { op: 'replace', path: '/nodes/a/name', value: 'B' },
        head: { op: 'replace', path: '/nodes/a/name', value: 'C' },
      },
    ],
    dangling: [],
  });
});

test('[P6] a connection that loses an end is told with who made it', () => {
  const edge = set('/edges/f', { source: 'b', target: 'a', feedback: true });
  const told = (madeBy: string) => ({ edge: '/edges/f', node: '/nodes/a', madeBy });
  expect(rebased([edge], applyPatch(base, dropA)).dangling).toEqual([told('incoming')]);
  expect(rebased(dropA, applyPatch(base, [edge])).dangling).toEqual([told('head')]);
});

test('[P6] the unit of a pointer is cut at the first list, place or size on its way', () => {
  expect(unitOf(base, '')).toBe('');
  expect(unitOf(base, '/nodes/a')).toBe('/nodes/a');
  expect(unitOf(base, '/nodes/a/config/list')).toBe('/nodes/a/config/list');
  expect(unitOf(base, '/nodes/a/config/list/-')).toBe('/nodes/a/config/list');
  expect(unitOf(base, '/nodes/a/config/list/1/k')).toBe('/nodes/a/config/list');
  expect(unitOf(base, '/nodes/new/config/list/1')).toBe('/nodes/new/config/list/1');
  expect(unitOf(base, '/nodes/a/position/x')).toBe('/nodes/a/position');
  expect(unitOf(base, '/groups/new/size/width')).toBe('/groups/new/size');
  expect(unitOf(base, '/nodes/a/config/size/x')).toBe('/nodes/a/config/size/x');
  expect(unitOf(base, '/ext/~1~0')).toBe('/ext/~1~0');
  expect(unitOf(base, '/ext/toString/x')).toBe('/ext/toString/x');
});

test('[P6] what ops write, read and need', () => {
  expect(
    unitsOf(base, [
      { op: 'test', path: '/nodes/a/name', value: 'A' },
      set('/nodes/a/config/list/0', 1),
      set('/nodes/a/config/list/-', 1),
      { op: 'move', from: '/ext/x', path: '/ext/y' },
      { op: 'copy', from: '/nodes/a/config/list/0', path: '/ext/z' },
      set('/edges/f', { source: 'a', target: 'b' }),
      { op: 'replace', path: '/edges/e/target', value: 'c' },
      set('/edges/e/sourcePort', 'true'),
    ]),
  ).toEqual({
    writes: [
      '/nodes/a/config/list',
      '/ext/y',
      '/ext/x',
      '/ext/z',
      '/edges/f',
      '/edges/e/target',
      '/edges/e/sourcePort',
    ],
    reads: ['/nodes/a/name', '/ext/x', '/nodes/a/config/list'],
    needs: ['/nodes/a', '/nodes/b', '/nodes/c'],
  });
});

test('[P6] two patches of 10,000 nodes are told apart without comparing each with each', () => {
  const ids = Array.from({ length: 10_000 }, (_, n) => `n${n}`);
  const large: Dag = {
    ...emptyDag(),
    nodes: Object.fromEntries(ids.map((id, n) => [id, { type: 'x', position: { x: n, y: n } }])),
  };
  const layout = (axis: string) => ids.map((id) => set(`/nodes/${id}/position/${axis}`, -1));
  const named = ids.map((id) => set(`/nodes/${id}/name`, id));
  const incoming = applyPatch(large, layout('x'));
  const apart = rebase({ base: large, incoming, head: applyPatch(large, named) });
  expect(apart.ops).toHaveLength(10_000);
  const clash = rebase({ base: large, incoming, head: applyPatch(large, layout('y')) });
  expect(clash.touches).toHaveLength(10_000);
});
