import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dagEdge, nodeId, runs } from '../../testing/arbitraries';
import { findCycle, findPath } from './cycle';
import type { DagEdge } from './document';

const edgeList = fc.array(dagEdge, { maxLength: 12 });

/** Whether there is a way along edges, by trying every step from everything that was reached. */
function reaches(edges: readonly DagEdge[], from: string, to: string): boolean {
  const reached = new Set<string>();
  let size = -1;
  while (size !== reached.size) {
    size = reached.size;
    for (const edge of edges) {
      const open = edge.source === from || reached.has(edge.source);
      if (edge.feedback !== true && open) reached.add(edge.target);
    }
  }
  return reached.has(to);
}

function assertWay(edges: readonly DagEdge[], path: readonly string[]): void {
  for (let index = 1; index < path.length; index += 1) {
    const step = edges.some(
      (edge) =>
        edge.source === path[index - 1] && edge.target === path[index] && edge.feedback !== true,
    );
    expect(step).toBe(true);
  }
}

test('[D2] a cycle is found when and only when there is one, and it is one', () => {
  fc.assert(
    fc.property(edgeList, (edges) => {
      const roots = [...new Set(edges.flatMap(({ source, target }) => [source, target]))];
      const cycle = findCycle(edges, roots);
      const expected = roots.some((id) => reaches(edges, id, id));
      expect(cycle !== undefined).toBe(expected);
      if (cycle === undefined) return;
      expect(cycle.length).toBeGreaterThan(1);
      expect(cycle[0]).toBe(cycle.at(-1));
      expect(new Set(cycle).size).toBe(cycle.length - 1);
      assertWay(edges, cycle);
    }),
    runs(1000),
  );
});

test('[D2] from a root, the cycles that it reaches are found', () => {
  fc.assert(
    fc.property(edgeList, nodeId, (edges, root) => {
      const ids = [...new Set(edges.map(({ source }) => source))];
      const expected = ids.some(
        (id) => reaches(edges, id, id) && (id === root || reaches(edges, root, id)),
      );
      expect(findCycle(edges, [root]) !== undefined).toBe(expected);
    }),
    runs(1000),
  );
});

test('[D2] a way is found when there is one, and none is shorter', () => {
  fc.assert(
    fc.property(edgeList, nodeId, nodeId, (edges, from, to) => {
      const path = findPath(edges, from, to);
      expect(path !== undefined).toBe(from === to || reaches(edges, from, to));
      if (path === undefined) return;
      expect([path[0], path.at(-1)]).toEqual([from, to]);
      assertWay(edges, path);
      for (let skip = 0; skip + 2 < path.length; skip += 1) {
        const direct = edges.some(
          (edge) =>
            edge.source === path[skip] && edge.target === path[skip + 2] && edge.feedback !== true,
        );
        expect(direct).toBe(false);
      }
    }),
    runs(1000),
  );
});

test('[D2] long chains and dense layers are searched without a deep stack or a second look', () => {
  const chain = Array.from({ length: 100_000 }, (_, n): DagEdge => ({
    source: `n${n}`,
    target: `n${n + 1}`,
  }));
  expect(findPath(chain, 'n0', 'n100000')).toHaveLength(100_001);
  expect(findCycle(chain, ['n0'])).toBeUndefined();
  expect(findCycle([...chain, { source: 'n100000', target: 'n0' }], ['n0'])).toHaveLength(100_002);
  const layers = Array.from({ length: 40 * 22 * 22 }, (_, n): DagEdge => {
    const layer = Math.floor(n / (22 * 22));
    return { source: `l${layer}_${n % 22}`, target: `l${layer + 1}_${Math.floor(n / 22) % 22}` };
  });
  expect(
    findCycle(
      layers,
      layers.map(({ source }) => source),
    ),
  ).toBeUndefined();
  expect(findPath(layers, 'l0_0', 'l40_0')).toHaveLength(41);
  expect(findPath(layers, 'l40_0', 'l0_0')).toBeUndefined();
});
