import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as any from '../../testing/arbitraries';
import { canonicalBytes } from '../json/canonical';
import type { Json } from '../json/json';
import { applyPatch } from '../patch/apply-patch';
import { EMPTY_DIGEST, updateCollection } from './collection-digest';
import { type DagDigest, digestDag, updateDigest } from './digest';
import { type Dag, type DagEdge, type DagNode, emptyDag } from './document';
import { logicProjection } from './logic';

/** Everything of a digest, buckets included, as values. */
function flat({ collections, logicNodes, logicEdges, ...rest }: DagDigest) {
  const trees = [...Object.values(collections), logicNodes, logicEdges];
  return { ...rest, trees: trees.map(({ digest, count, bytes }) => ({ digest, count, bytes })) };
}

function turned<T>(value: T): T {
  if (Array.isArray(value)) return value.map(turned) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, item]) => [key, turned(item as unknown)])) as T;
}

test('[D4] an updated digest is the digest of the new document', () => {
  const chains = any.dag.chain((start) =>
    fc.array(any.patch(start), { maxLength: 5 }).map((patches) => ({ start, patches })),
  );
  fc.assert(
    fc.property(chains, ({ start, patches }) => {
      let current = start;
      let digest = digestDag(start);
      for (const ops of patches) {
        const next = any.attempt(current, ops) ?? current;
        digest = updateDigest(digest, current, next);
        current = next;
        expect(flat(digest)).toEqual(flat(digestDag(structuredClone(next))));
      }
    }),
    any.runs(120),
  );
});

test('[D4] the same holds between any two documents', () => {
  fc.assert(
    fc.property(any.dag, any.dag, (a, b) => {
      expect(flat(updateDigest(digestDag(a), a, b))).toEqual(flat(digestDag(b)));
    }),
    any.runs(120),
  );
});

test('[D4] an edit hashes what it touches: all other buckets are shared', () => {
  const nodes = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`n${n}`, { type: 'x' }]));
  const before: Dag = { ...emptyDag(), nodes };
  const digest = digestDag(before);
  const after = applyPatch(before, [{ op: 'add', path: '/nodes/n7/name', value: 'Seven' }]);
  const next = updateDigest(digest, before, after);
  const shared = next.collections.nodes.buckets.filter(
    (bucket, index) => bucket === digest.collections.nodes.buckets[index],
  );
  expect(shared).toHaveLength(255);
  expect(next.collections.edges).toBe(digest.collections.edges);
  expect(next.logicHash).toBe(digest.logicHash);
});

test('[D4] key order is nothing, and equal hashes are equal documents', () => {
  fc.assert(
    fc.property(any.dag, any.dag, (a, b) => {
      expect(flat(digestDag(turned(a)))).toEqual(flat(digestDag(a)));
      const same = Buffer.compare(bytesOf(a), bytesOf(b)) === 0;
      expect(digestDag(a).versionHash === digestDag(b).versionHash).toBe(same);
    }),
    any.runs(120),
  );
});

test('[P2] the size is that of the canonical bytes', () => {
  fc.assert(
    fc.property(any.dag, (dag) => {
      expect(digestDag(dag).bytes).toBe(bytesOf(dag).length);
    }),
    any.runs(150),
  );
  const ext = { text: '€'.repeat(1000) };
  expect(digestDag({ ...emptyDag(), ext }).bytes).toBe(bytesOf({ ...emptyDag(), ext }).length);
});

test('[D4] names, layout, notes, groups, ext, ui and the ids of edges are no logic', () => {
  fc.assert(
    fc.property(any.dag, any.dag, (dag, other) => {
      const nodes = Object.entries(dag.nodes).map(([id, node]): [string, DagNode] => {
        const { name: _n, position: _p, group: _g, ext: _e, ...logic } = node;
        return [id, { ...logic, name: 'Another', position: { x: 7, y: 7 } }];
      });
      const edges = Object.entries(dag.edges).map(([id, edge]): [string, DagEdge] => {
        const { ext: _e, ...logic } = edge;
        return [`z_${id}`, logic];
      });
      const dressed: Dag = {
        ...other,
        nodes: Object.fromEntries(nodes.reverse()),
        edges: Object.fromEntries(edges),
        settings: { run: dag.settings.run, ui: { grid: true } },
      };
      expect(digestDag(dressed).logicHash).toBe(digestDag(dag).logicHash);
    }),
    any.runs(150),
  );
});

test('[R2] documents of the same logic are those with the same projection', () => {
  fc.assert(
    fc.property(any.dag, any.dag, (a, b) => {
      const same =
        Buffer.compare(canonicalBytes(logicProjection(a)), canonicalBytes(logicProjection(b))) ===
        0;
      expect(digestDag(a).logicHash === digestDag(b).logicHash).toBe(same);
    }),
    any.runs(100),
  );
});

const node: DagNode = { type: 'noop' };
const plain: Dag = {
  ...emptyDag(),
  nodes: { a: node, b: node },
  edges: { e: { source: 'a', target: 'b' } },
};

const changes: [string, Partial<Dag>][] = [
  ['type', { nodes: { a: node, b: { type: 'code' } } }],
  ['v', { nodes: { a: node, b: { ...node, v: 2 } } }],
  ['config', { nodes: { a: node, b: { ...node, config: { x: 1 } } } }],
  ['the order in a list', { nodes: { a: node, b: { ...node, config: { x: [2, 1] } } } }],
  ['disabled', { nodes: { a: node, b: { ...node, disabled: true } } }],
  ['retry', { nodes: { a: node, b: { ...node, retry: { maxAttempts: 1 } } } }],
  ['timeoutMs', { nodes: { a: node, b: { ...node, timeoutMs: 1 } } }],
  ['a node more', { nodes: { a: node, b: node, c: node } }],
  ['the id of a node', { nodes: { a: node, c: node }, edges: { e: { source: 'a', target: 'c' } } }],
  ['no edge', { edges: {} }],
  ['the way of an edge', { edges: { e: { source: 'b', target: 'a' } } }],
  ['sourcePort', { edges: { e: { source: 'a', sourcePort: 'true', target: 'b' } } }],
  ['targetPort', { edges: { e: { source: 'a', target: 'b', targetPort: 'in_1' } } }],
  ['feedback', { edges: { e: { source: 'a', target: 'b', feedback: true } } }],
  ['settings.run', { settings: { run: { x: 1 }, ui: {} } }],
];

test('[D4] each field of the logic is in the logic hash', () => {
  const hashes = [plain, ...changes.map(([, change]) => ({ ...plain, ...change }))].map(
    (dag) => digestDag(dag).logicHash,
  );
  expect(new Set(hashes).size).toBe(changes.length + 1);
});

test('[D4] a collection does not depend on the order of its changes', () => {
  const keys = Array.from({ length: 200 }, (_, n) => `k${n}`);
  const add = keys.map((key) => ({ key, value: { type: key } }));
  const noise = keys.map((key) => ({ key, value: { type: 'other' } }));
  const digest = updateCollection(EMPTY_DIGEST, add);
  expect(updateCollection(EMPTY_DIGEST, [...add].reverse())).toEqual(digest);
  expect(updateCollection(updateCollection(EMPTY_DIGEST, noise), add)).toEqual(digest);
  const gone = updateCollection(
    digest,
    keys.map((key) => ({ key, value: undefined })),
  );
  expect(gone).toEqual(EMPTY_DIGEST);
  expect(updateCollection(digest, [])).toBe(digest);
});

function bytesOf(dag: Dag): Uint8Array {
  return canonicalBytes(dag as unknown as Json);
}
