import type { Dag, DagEdge } from '@core/dag/document';
import { MarkerType, type EdgeMarkerType } from '@xyflow/react';
import { flowId } from './flow-id';
import type { CanvasEdge, FlowInput, Previous } from './flow-types';
import { linkOf } from './link-of';

const ARROW: EdgeMarkerType = { type: MarkerType.ArrowClosed, width: 16, height: 16 };

export function buildLinks({ dag }: FlowInput, before: Previous<CanvasEdge>): CanvasEdge[] {
  const links: CanvasEdge[] = [];
  for (const [id, entry] of Object.entries(dag.edges)) {
    const link = buildLink(id, entry, dag);
    if (!link) continue;
    const known = before.get(id);
    if (known && isSame(known, link)) links.push(known);
    else links.push(known?.selected ? { ...link, selected: true } : link);
  }
  return links;
}

/** Nothing to draw for a connection inside a collapsed group. */
function buildLink(id: string, entry: DagEdge, dag: Dag): CanvasEdge | undefined {
  const { source, sourcePort, target, targetPort } = linkOf(entry);
  const from = collapsedGroup(dag, source);
  const to = collapsedGroup(dag, target);
  if (from !== undefined && from === to) return undefined;
  return {
    id,
    type: 'link',
    source: from ?? source,
    sourceHandle: from === undefined ? sourcePort : 'out',
    target: to ?? target,
    targetHandle: to === undefined ? targetPort : 'in',
    data: { entry },
    markerEnd: ARROW,
    ariaLabel: linkLabel(entry, dag),
    ...(from === undefined && to === undefined ? {} : { reconnectable: false }),
  };
}

function linkLabel({ source, target, feedback }: DagEdge, dag: Dag): string {
  const name = (id: string) => dag.nodes[id]?.name ?? id;
  return `${name(source)} to ${name(target)}${feedback ? ', loops back' : ''}`;
}

function collapsedGroup(dag: Dag, id: string): string | undefined {
  const group = dag.nodes[id]?.group;
  if (group === undefined || dag.groups[group]?.collapsed !== true) return undefined;
  return flowId('groups', group);
}

function isSame(a: CanvasEdge, b: CanvasEdge): boolean {
  return (
    a.data?.entry === b.data?.entry &&
    a.source === b.source &&
    a.target === b.target &&
    a.ariaLabel === b.ariaLabel
  );
}
