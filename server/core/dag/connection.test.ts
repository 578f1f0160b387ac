import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as any from '../../testing/arbitraries';
import { connectionRefusal } from './connection';
import { type Dag, emptyDag } from './document';

const dag: Dag = {
  ...emptyDag(),
  nodes: {
    fetch_k7q2: { type: 'http.request', name: 'Fetch leads' },
    score_1: { type: 'code', name: 'Score' },
    store_1: { type: 'sql.query', name: '' },
  },
  edges: {
    e: { source: 'fetch_k7q2', target: 'score_1' },
    f: { source: 'score_1', target: 'store_1' },
  },
};

test.for([
  ['fetch_k7q2', 'store_1', undefined],
  ['fetch_k7q2', 'score_1', 'Fetch leads and Score are connected already.'],
  ['score_1', 'score_1', 'A node cannot be connected to itself.'],
  ['score_1', 'gone', 'One of the two nodes is gone.'],
  ['toString', 'score_1', 'One of the two nodes is gone.'],
  [
    'store_1',
    'fetch_k7q2',
    'That would close a loop: Fetch leads → Score → store_1 → Fetch leads.',
  ],
] as const)('[D2] %s to %s', ([source, target, words]) => {
  expect(connectionRefusal(dag, { source, target })).toBe(words);
});

test('[D2] through other ports, and as feedback, a connection may be made', () => {
  expect(
    connectionRefusal(dag, { source: 'fetch_k7q2', sourcePort: 'b', target: 'score_1' }),
  ).toBeUndefined();
  expect(
    connectionRefusal(dag, { source: 'store_1', target: 'score_1', feedback: true }),
  ).toBeUndefined();
});

test('[D2] a long loop is told in few words', () => {
  const name = 'A very long name '.repeat(20);
  const ids = Array.from({ length: 300 }, (_, n) => `n${n}`);
  const long: Dag = {
    ...emptyDag(),
    nodes: Object.fromEntries(ids.map((id) => [id, { type: 'x', name }])),
    edges: Object.fromEntries(
      ids.slice(1).map((id, n) => [`e${n}`, { source: ids[n]!, target: id }]),
    ),
  };
  const words = connectionRefusal(long, { source: 'n299', target: 'n0' });
  expect(words!.length).toBeLessThan(800);
  expect(words).toContain('→ … →');
});

test('[D2] what the canvas refuses is what storing it refuses', () => {
  let refused = 0;
  fc.assert(
    fc.property(any.dag, any.dagEdge, (before, edge) => {
      const after = any.attempt(before, [{ op: 'add', path: '/edges/zz', value: edge as never }]);
      expect(connectionRefusal(before, edge) === undefined).toBe(after !== undefined);
      if (after === undefined) refused += 1;
    }),
    any.runs(300),
  );
  expect(refused).toBeGreaterThan(20);
});
