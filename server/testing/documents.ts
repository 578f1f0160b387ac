import { type Dag, emptyDag } from '@core/dag/document';

/** A line of nodes `node_0` to `node_<n-1>`, each connected to the next. */
export function smallDocument(nodes = 10): Dag {
  const ids = Array.from({ length: nodes }, (_, index) => `node_${index}`);
  return {
    ...emptyDag(),
    nodes: Object.fromEntries(
      ids.map((id, index) => [
        id,
        { type: 'noop', name: `Step ${index}`, position: { x: 0, y: 0 }, config: { n: index } },
      ]),
    ),
    edges: Object.fromEntries(
      ids.slice(1).map((id, index) => [`edge_${index}`, { source: `node_${index}`, target: id }]),
    ),
  };
}
