import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../../testing/arbitraries';
import { findCycle, findPath } from '../dag/cycle';
import type { DagEdge } from '../dag/document';
import { feedbackEdges } from './feedback';

const NODES = ['a', 'b', 'c', 'd', 'e', 'f'];
const node = fc.constantFrom(...NODES);
const edgeList = fc
  .array(fc.record({ source: node, target: node }), { maxLength: 14 })
  .map((edges) => edges.map((edge, i): [string, DagEdge] => [`e${i}`, edge]));

test('[D6] without the marked edges there is no loop; each mark was needed where it was set', () => {
  fc.assert(
    fc.property(edgeList, (edges) => {
      const marked = feedbackEdges({ nodes: NODES, edges, earlier: new Set() });
      const rest = edges.filter(([id]) => !marked.has(id)).map(([, edge]) => edge);
      expect(findCycle(rest, NODES)).toBeUndefined();
      for (const [id, edge] of edges) {
        if (!marked.has(id)) continue;
        expect(findPath(rest, edge.target, edge.source), `${id} closes a loop`).toBeDefined();
      }
    }),
    runs(300),
  );
});

test('[D6] an earlier mark stays exactly as long as its edge is part of a loop', () => {
  fc.assert(
    fc.property(edgeList, fc.uniqueArray(fc.nat(13)), (edges, picked) => {
      const earlier = new Set(picked.map((i) => `e${i}`));
      const marked = feedbackEdges({ nodes: NODES, edges, earlier });
      const all = edges.map(([, edge]) => edge);
      for (const [id, edge] of edges) {
        if (!earlier.has(id)) continue;
        const inLoop = findPath(all, edge.target, edge.source) !== undefined;
        expect(marked.has(id), id).toBe(inLoop);
      }
    }),
    runs(300),
  );
});

test('[D6] thousands of marked loops, and a path as long, are looked at once', () => {
  const count = 20_000;
  const nodes = Array.from({ length: count }, (_, i) => `n${i}`);
  const edges = nodes.flatMap((source, i): [string, DagEdge][] => [
    [`on${i}`, { source, target: `n${(i + 1) % count}` }],
    [`back${i}`, { source: `n${(i + 1) % count}`, target: source }],
  ]);
  const earlier = new Set(nodes.map((_, i) => `back${i}`));
  const marked = feedbackEdges({ nodes, edges, earlier });
  expect(marked.size).toBe(count + 1);
});
