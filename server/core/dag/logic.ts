import { canonicalText } from '../json/canonical';
import type { JsonObject } from '../json/json';
import {
  type Dag,
  type DagEdge,
  type DagNode,
  DEFAULT_SOURCE_PORT,
  DEFAULT_TARGET_PORT,
} from './document';

/** [D4] What of a node affects execution, defaults filled in: never names, layout or `ext`. */
export function logicOfNode(node: DagNode): JsonObject {
  return {
    type: node.type,
    v: node.v ?? 1,
    config: node.config ?? {},
    disabled: node.disabled ?? false,
    retry: { ...node.retry },
    timeoutMs: node.timeoutMs ?? 0,
  };
}

/** The ends of a connection, defaults filled in; two edges with the same ends are duplicates. */
export function logicOfEdge(edge: DagEdge): JsonObject {
  return {
    source: edge.source,
    sourcePort: edge.sourcePort ?? DEFAULT_SOURCE_PORT,
    target: edge.target,
    targetPort: edge.targetPort ?? DEFAULT_TARGET_PORT,
    feedback: edge.feedback ?? false,
  };
}

/** Equal for two edges that join the same ports; cheaper than a canonical key. */
export function endsKey(edge: DagEdge): string {
  const port = edge.sourcePort ?? DEFAULT_SOURCE_PORT;
  return `${edge.source} ${edge.target} ${port.length} ${port} ${edge.targetPort ?? DEFAULT_TARGET_PORT}`;
}

/** [D4] An edge's key in the logic: its ends instead of its id. */
export function logicKeyOfEdge(edge: DagEdge): string {
  return canonicalText(logicOfEdge(edge));
}

/** [R2] The part of a document that a run executes. */
export function logicProjection(dag: Dag): JsonObject {
  const edges = Object.values(dag.edges).map(
    (edge) => [logicKeyOfEdge(edge), logicOfEdge(edge)] as const,
  );
  return {
    schema: dag.schema,
    nodes: Object.fromEntries(
      Object.entries(dag.nodes).map(([id, node]) => [id, logicOfNode(node)]),
    ),
    edges: Object.fromEntries(edges),
    settings: { run: dag.settings.run },
  };
}
