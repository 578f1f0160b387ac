import type { Dag, DagEdge, DagNode } from '@core/dag/document';
import { emptyDag } from '@core/dag/document';

const TEXT = 'The quick brown fox jumps over the lazy dog while the analyst watches the numbers. ';

/** A neutral graph of `size` nodes with about 300 bytes of text each, in rows of ten. */
export function sampleDag(size: number): Dag {
  const nodes: Record<string, DagNode> = {};
  const edges: Record<string, DagEdge> = {};
  for (let index = 0; index < size; index += 1) {
    nodes[nodeId(index)] = {
      type: 'http.request',
      v: 1,
      name: `Step ${index}`,
      position: { x: (index % 10) * 260, y: Math.floor(index / 10) * 140 },
      config: { url: `https://example.org/${index}`, notes: TEXT.repeat(4).slice(0, 300) },
    };
    if (index > 0) edges[`e_${index}`] = edge(index - 1, index);
    if (index > 10 && index % 2 === 0) edges[`f_${index}`] = edge(index - 10, index);
  }
  return { ...emptyDag(), nodes, edges };
}

export function nodeId(index: number): string {
  return `step_${index}`;
}

/** One gesture: the n-th drag of a node. */
export function dragOps(size: number, turn: number) {
  const path = `/nodes/${nodeId(turn % size)}/position`;
  return [{ op: 'replace' as const, path, value: { x: turn * 3 + 1, y: turn * 7 + 1 } }];
}

function edge(source: number, target: number): DagEdge {
  return { source: nodeId(source), sourcePort: 'out', target: nodeId(target), targetPort: 'in' };
}
