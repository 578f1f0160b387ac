import type { Dag, DagEdge } from '../dag/document';
import { endsKey, logicOfNode } from '../dag/logic';
import { jsonEqual } from '../json/equal';
import type { Op } from '../patch/ops';
import { isWithin, parsePointer } from '../patch/pointer';

/**
 * [D4] Whether the logic hashes of two documents differ, told from the units that do (`ops` is their
 * comparison) without hashing anything.
 */
export function changesLogic(compared: {
  readonly before: Dag;
  readonly after: Dag;
  readonly ops: readonly Op[];
}): boolean {
  const { before, after, ops } = compared;
  const touched = { nodes: new Set<string>(), edges: new Set<string>() };
  for (const { path } of ops) {
    if (path === '/schema' || isWithin(path, '/settings/run')) return true;
    const [collection, id] = parsePointer(path);
    if (id !== undefined && (collection === 'nodes' || collection === 'edges')) {
      touched[collection].add(id);
    }
  }
  return (
    [...touched.nodes].some((id) => !sameNode(before, after, id)) ||
    !sameConnections(before, after, touched.edges)
  );
}

function sameNode(before: Dag, after: Dag, id: string): boolean {
  const [was, is] = [before.nodes[id], after.nodes[id]];
  return was !== undefined && is !== undefined && jsonEqual(logicOfNode(was), logicOfNode(is));
}

/** An edge counts by its ends: one that was drawn again under another id is the same connection. */
function sameConnections(before: Dag, after: Dag, ids: ReadonlySet<string>): boolean {
  const was = connections(before, ids);
  const is = connections(after, ids);
  return was.size === is.size && [...was].every((key) => is.has(key));
}

function connections(dag: Dag, ids: ReadonlySet<string>): Set<string> {
  const edges = [...ids].flatMap((id) => dag.edges[id] ?? []);
  return new Set(edges.map(connectionKey));
}

function connectionKey(edge: DagEdge): string {
  return `${edge.feedback === true ? 'back' : 'on'} ${endsKey(edge)}`;
}
