import { connectionRefusal } from '@core/dag/connection';
import type { Dag } from '@core/dag/document';
import { portsOf, portTypesFit } from '@core/nodes/ports';
import type { Link } from './flow-types';

/** Why the canvas will not make this connection, in words; `moving` is the edge being re-plugged. */
export function linkRefusal(dag: Dag, link: Link, moving?: string): string | undefined {
  return connectionRefusal(without(dag, moving), link) ?? portRefusal(dag, link);
}

function without(dag: Dag, edge: string | undefined): Dag {
  if (edge === undefined) return dag;
  const { [edge]: _moving, ...edges } = dag.edges;
  return { ...dag, edges };
}

function portRefusal(dag: Dag, link: Link): string | undefined {
  const source = dag.nodes[link.source];
  const target = dag.nodes[link.target];
  if (!source || !target) return undefined;
  const from = portsOf(source).outputs.find((port) => port.id === link.sourcePort);
  const to = portsOf(target).inputs.find((port) => port.id === link.targetPort);
  if (!from || !to || portTypesFit(from.type, to.type)) return undefined;
  return `“${to.title}” of ${target.name ?? link.target} takes ${to.type}, “${from.title}” gives ${from.type}.`;
}
