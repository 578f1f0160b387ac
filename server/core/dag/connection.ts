import { shorten, shortTrail } from '../shorten';
import { findPath } from './cycle';
import type { Dag, DagEdge, DagNode } from './document';
import { endsKey } from './logic';

/**
 * [D2] Why this connection would be refused, in words, or undefined when it may be made. The canvas
 * asks before sending; the server decides by the same rules.
 */
export function connectionRefusal(dag: Dag, ends: DagEdge): string | undefined {
  const source = nodeOf(dag, ends.source);
  const target = nodeOf(dag, ends.target);
  if (source === undefined || target === undefined) return 'One of the two nodes is gone.';
  if (ends.source === ends.target) return 'A node cannot be connected to itself.';
  const key = endsKey(ends);
  const twin = Object.values(dag.edges).some((edge) => endsKey(edge) === key);
  if (twin)
    return `${nameOf(source, ends.source)} and ${nameOf(target, ends.target)} are connected already.`;
  if (ends.feedback === true) return undefined;
  const back = findPath(Object.values(dag.edges), ends.target, ends.source);
  if (back === undefined) return undefined;
  const names = [...back, ends.target].map((id) => nameOf(nodeOf(dag, id), id));
  return `That would close a loop: ${shortTrail(names, ' → ')}.`;
}

function nodeOf(dag: Dag, id: string): DagNode | undefined {
  return Object.hasOwn(dag.nodes, id) ? dag.nodes[id] : undefined;
}

function nameOf(node: DagNode | undefined, id: string): string {
  return node?.name !== undefined && node.name !== '' ? shorten(node.name, 60) : id;
}
