import { expect, test } from 'vitest';
import { CycleError, DomainError, InvalidDagError } from '../errors';
import { applyPatch } from '../patch/apply-patch';
import type { Op } from '../patch/ops';
import { type Dag, type DagEdge, emptyDag } from './document';
import { validateChange, validateDag } from './validate';

const nodes = { a: { type: 'x' }, b: { type: 'x' }, c: { type: 'x' } };
const edges: Record<string, DagEdge> = { e: { source: 'a', target: 'b' } };
const start: Dag = { ...emptyDag(), nodes, edges };

function refusal(ops: readonly Op[]): DomainError | undefined {
  const after = applyPatch(start, ops);
  const [change, whole] = [
    () => validateChange(start, after),
    () => validateDag(structuredClone(after)),
  ].map(caught);
  // The same loop may be told from another of its nodes.
  if (change instanceof CycleError) expect(whole).toBeInstanceOf(CycleError);
  else expect(whole?.message).toBe(change?.message);
  return change;
}

function caught(act: () => void): DomainError | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

const add = (path: string, value: object | string | number | boolean | null): Op =>
  ({ op: 'add', path, value }) as Op;

test.for<[string, Op, string]>([
  ['another schema', add('/schema', 2), '/schema: Invalid input: expected 1.'],
  ['no schema', { op: 'remove', path: '/schema' }, '/schema: Invalid input: expected 1.'],
  ['a member nobody knows', add('/foo', 1), 'The document: Unrecognized key: "foo".'],
  ['no ext', { op: 'remove', path: '/ext' }, '/ext: Invalid input: expected object.'],
  ['ext as a list', add('/ext', []), '/ext: Invalid input: expected object.'],
  ['no nodes', { op: 'remove', path: '/nodes' }, '/nodes: Invalid input: expected object.'],
  ['nodes as a list', add('/nodes', [{ id: 'a' }]), '/nodes: Invalid input: expected object.'],
  ['edges as null', add('/edges', null), '/edges: Invalid input: expected object.'],
  ['a setting nobody knows', add('/settings/x', {}), '/settings: Unrecognized key: "x".'],
  [
    'run settings as text',
    add('/settings/run', ''),
    '/settings/run: Invalid input: expected object.',
  ],
  [
    'a node as text',
    add('/nodes/d', 'x'),
    '/nodes/d: Invalid input: expected object, received string.',
  ],
  [
    'a node without type',
    add('/nodes/d', {}),
    '/nodes/d/type: Invalid input: expected string, received undefined.',
  ],
  ['a field nobody knows', add('/nodes/a/colour', 'red'), '/nodes/a: Unrecognized key: "colour".'],
  [
    'half a position',
    add('/nodes/a/position', { x: 1 }),
    '/nodes/a/position/y: Invalid input: expected number, received undefined.',
  ],
  [
    'a list as config',
    add('/nodes/a/config', []),
    '/nodes/a/config: Invalid input: expected object.',
  ],
  [
    'a broken number of attempts',
    add('/nodes/a/retry', { maxAttempts: 1.5 }),
    '/nodes/a/retry/maxAttempts: Invalid input: expected int, received number.',
  ],
  [
    'an empty port',
    add('/edges/e/sourcePort', ''),
    '/edges/e/sourcePort: Too small: expected string to have >=1 characters.',
  ],
  [
    'a note without text',
    add('/notes/n', {}),
    '/notes/n/text: Invalid input: expected string, received undefined.',
  ],
  [
    'a negative size',
    add('/groups/g', { size: { width: -1, height: 0 } }),
    '/groups/g/size/width: Too small: expected number to be >=0.',
  ],
  [
    'an end at no node',
    add('/edges/f', { source: 'a', target: 'd' }),
    'The connection f ends at “d”, which is no node.',
  ],
  [
    'an end at an inherited name',
    add('/edges/f', { source: 'toString', target: 'a' }),
    'The connection f ends at “toString”, which is no node.',
  ],
  [
    'a node that goes without its edge',
    { op: 'remove', path: '/nodes/a' },
    'The connection e ends at “a”, which is no node.',
  ],
  [
    'a self edge',
    add('/edges/f', { source: 'a', target: 'a' }),
    'The connection f joins a to itself.',
  ],
  [
    'a self edge as feedback',
    add('/edges/f', { source: 'a', target: 'a', feedback: true }),
    'The connection f joins a to itself.',
  ],
  [
    'a second edge between the same ports',
    add('/edges/f', { source: 'a', sourcePort: 'out', target: 'b' }),
    'a and b are connected through these ports already.',
  ],
  [
    'the same as feedback',
    add('/edges/f', { source: 'a', target: 'b', feedback: true }),
    'a and b are connected through these ports already.',
  ],
  [
    'a cycle',
    add('/edges/f', { source: 'b', target: 'a' }),
    'These connections close a loop: a -> b -> a.',
  ],
])('[D2] refused: %s', ([, op, message]) => {
  expect(refusal([op])?.message).toBe(message);
});

test.for<[string, Op]>([
  ['an unknown type', add('/nodes/d', { type: 'n8n.telegram' })],
  [
    'a configuration against its schema',
    add('/nodes/d', { type: 'http.request', config: { url: 7 } }),
  ],
  ['a port nobody has', add('/edges/f', { source: 'a', sourcePort: 'nowhere', target: 'b' })],
  ['a group that does not exist', add('/nodes/a/group', 'g')],
  ['a feedback edge', add('/edges/f', { source: 'b', target: 'a', feedback: true })],
  [
    'two edges through other ports',
    add('/edges/f', { source: 'a', target: 'b', targetPort: 'in_1' }),
  ],
])('[D2] stored all the same: %s', ([, op]) => {
  expect(refusal([op])).toBeUndefined();
});

test('[D2] a feedback edge that stops being one can close a cycle', () => {
  const before: Dag = {
    ...start,
    edges: { ...edges, f: { source: 'b', target: 'a', feedback: true } },
  };
  validateDag(before);
  const after = applyPatch(before, [{ op: 'replace', path: '/edges/f/feedback', value: false }]);
  expect(() => validateChange(before, after)).toThrow(CycleError);
});

test('[D2] a cycle names its path', () => {
  const ops = [
    add('/edges/f', { source: 'b', target: 'c' }),
    add('/edges/g', { source: 'c', target: 'a' }),
  ];
  const error = refusal(ops);
  expect(error).toBeInstanceOf(CycleError);
  const path = error!.data.path as string[];
  expect(path[0]).toBe(path.at(-1));
  expect([...new Set(path)].sort()).toEqual(['a', 'b', 'c']);
});

test.for(['', 'A', '1a', '_a', 'a-b', 'a.b', 'a b', 'é', 'a\n', 'a'.repeat(65), 'toString'])(
  '[D6] “%s” is no id',
  (id) => {
    for (const collection of ['nodes', 'notes', 'groups'] as const) {
      const dag = { ...emptyDag(), [collection]: { [id]: { type: 'x', text: '' } } };
      expect(() => validateDag(dag)).toThrow('is no id');
    }
  },
);

test('[D5] a document is I-JSON throughout', () => {
  for (const odd of [NaN, '\ud800', 'a\0', undefined]) {
    expect(() => validateDag({ ...emptyDag(), ext: { odd } })).toThrow(DomainError);
  }
  const polluted: unknown = JSON.parse('{"type":"x","config":{"__proto__":{}}}');
  expect(() => validateDag({ ...emptyDag(), nodes: { a: polluted } })).toThrow(DomainError);
  for (const value of [null, [], 'x', undefined, 7])
    expect(() => validateDag(value)).toThrow(DomainError);
});

test('[D2] messages stay short, whatever was sent', () => {
  const long = 'x'.repeat(500_000);
  const refused = [
    add('/edges/f', { source: long, target: 'a' }),
    add('/nodes/a', { type: 'x', [long]: 1 }),
    add(`/nodes/${long}`, { type: 'x' }),
    add(`/${long}`, 1),
  ].map((op) =>
    caught(() =>
      validateChange(
        start,
        applyPatch({ ...start, nodes: { b: { type: 'x' }, c: { type: 'x' } }, edges: {} }, [op]),
      ),
    ),
  );
  for (const error of refused) {
    expect(error).toBeInstanceOf(InvalidDagError);
    expect(error!.message.length).toBeLessThan(600);
    expect(JSON.stringify(error!.data).length).toBeLessThan(600);
  }
  const ring = ringOf(20_000);
  const error = caught(() => validateDag(ring));
  expect(error).toBeInstanceOf(CycleError);
  expect(error!.message.length).toBeLessThan(900);
  expect(error!.data.path).toHaveLength(20_001);
});

test('[D2] 20,000 connections are judged, also as one long chain', () => {
  const { edges: all, ...rest } = ringOf(20_000);
  const { e19999: last, ...chain } = all;
  const before = { ...rest, edges: chain } as Dag;
  validateDag(before);
  const after = applyPatch(before, [add('/edges/last', last!)]);
  expect(() => validateChange(before, after)).toThrow(CycleError);
});

function ringOf(length: number): Dag {
  const ids = Array.from({ length }, (_, index) => `n${index}`);
  return {
    ...emptyDag(),
    nodes: Object.fromEntries(ids.map((id) => [id, { type: 'x' }])),
    edges: Object.fromEntries(
      ids.map((id, index) => [`e${index}`, { source: id, target: ids[(index + 1) % length]! }]),
    ),
  };
}
