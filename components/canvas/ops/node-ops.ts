import type { Dag, DagNode, RetryPolicy } from '@core/dag/document';
import type { JsonObject } from '@core/json/json';
import { compare } from '@core/patch/compare';
import type { Op } from '@core/patch/ops';

/** What the side panel can change about a node; undefined clears a field, a missing key leaves it. */
export interface NodeEdit {
  readonly name?: string;
  readonly disabled?: boolean;
  readonly timeoutMs?: number | undefined;
  readonly retry?: RetryPolicy | undefined;
  readonly config?: JsonObject;
}

/** One op for each field that differs, so that two people in two fields do not conflict [P6]. */
export function nodeOps(dag: Dag, id: string, edit: NodeEdit): Op[] {
  const node = dag.nodes[id];
  return node ? compare(dag, withNode(dag, id, edited(node, edit))) : [];
}

/** Disables or enables all of them, as one gesture. */
export function toggleOps(dag: Dag, ids: readonly string[], disabled: boolean): Op[] {
  return ids.flatMap((id) => nodeOps(dag, id, { disabled }));
}

function edited(node: DagNode, { disabled, ...edit }: NodeEdit): DagNode {
  const next: Record<string, unknown> = { ...node, ...edit };
  if (disabled === true) next['disabled'] = true;
  if (disabled === false) delete next['disabled'];
  for (const [key, value] of Object.entries(next)) if (value === undefined) delete next[key];
  return next as unknown as DagNode;
}

function withNode(dag: Dag, id: string, node: DagNode): Dag {
  return { ...dag, nodes: { ...dag.nodes, [id]: node } };
}
