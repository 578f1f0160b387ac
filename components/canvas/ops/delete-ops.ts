import type { Dag, Position } from '@core/dag/document';
import type { Op } from '@core/patch/ops';
import { entryRef } from '../flow-id';
import { ORIGIN } from '../node-geometry';
import { formatPointer } from '@core/patch/pointer';
import { fieldOps } from './field-ops';

export interface Selected {
  /** Canvas ids of nodes, notes and groups. */
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
}

/**
 * [P3] One patch: the connections of what goes, then what goes. Members of a removed group stay
 * where they are on the canvas.
 */
export function deleteOps(dag: Dag, selected: Selected): Op[] {
  const refs = selected.nodes
    .map(entryRef)
    .filter(({ collection, id }) => Object.hasOwn(dag[collection], id));
  const gone = new Set(refs.filter((ref) => ref.collection === 'nodes').map((ref) => ref.id));
  const picked = new Set(selected.edges);
  const edges = Object.entries(dag.edges).filter(
    ([id, edge]) => picked.has(id) || gone.has(edge.source) || gone.has(edge.target),
  );
  const groups = new Set(refs.filter((ref) => ref.collection === 'groups').map((ref) => ref.id));
  return [
    ...edges.map(([id]): Op => ({ op: 'remove', path: formatPointer(['edges', id]) })),
    ...releaseOps(dag, groups, gone),
    ...refs.map(({ collection, id }): Op => ({
      op: 'remove',
      path: formatPointer([collection, id]),
    })),
  ];
}

function releaseOps(dag: Dag, groups: ReadonlySet<string>, gone: ReadonlySet<string>): Op[] {
  if (groups.size === 0) return [];
  return Object.entries(dag.nodes).flatMap(([id, node]) => {
    if (node.group === undefined || !groups.has(node.group) || gone.has(id)) return [];
    const offset = dag.groups[node.group]?.position ?? ORIGIN;
    const position = plus(node.position ?? ORIGIN, offset);
    return [
      ...fieldOps(formatPointer(['nodes', id, 'position']), node.position, position),
      ...fieldOps(formatPointer(['nodes', id, 'group']), node.group, undefined),
    ];
  });
}

function plus(a: Position, b: Position): Position {
  return { x: a.x + b.x, y: a.y + b.y };
}
