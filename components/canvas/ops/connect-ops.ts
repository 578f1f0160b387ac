import type { Dag } from '@core/dag/document';
import { entryId } from '@core/ids';
import type { Op } from '@core/patch/ops';
import type { Link } from '../flow-types';
import { formatPointer } from '@core/patch/pointer';
import { linkOf } from '../link-of';
import { fieldOps } from './field-ops';

export function connectOps(dag: Dag, link: Link, random: Uint8Array): Op[] {
  const name = `${nameOf(dag, link.source)} to ${nameOf(dag, link.target)}`;
  const id = entryId(name, random);
  return [{ op: 'add', path: formatPointer(['edges', id]), value: { ...link } }];
}

/** An end was dragged to another port: the connection keeps its id, and so its history. */
export function reconnectOps(dag: Dag, id: string, link: Link): Op[] {
  const edge = dag.edges[id];
  if (!edge) return [];
  const before = linkOf(edge);
  const fields = ['source', 'sourcePort', 'target', 'targetPort'] as const;
  return fields
    .filter((field) => before[field] !== link[field])
    .flatMap((field) => fieldOps(formatPointer(['edges', id, field]), edge[field], link[field]));
}

function nameOf(dag: Dag, id: string): string {
  return dag.nodes[id]?.name ?? id;
}
