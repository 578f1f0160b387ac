import { CycleError, InvalidDagError } from '../errors';
import { idRule, isEntryId } from '../ids';
import { assertIJson } from '../json/i-json';
import { shorten } from '../shorten';
import { changedEntries } from './changed-entries';
import { findCycle } from './cycle';
import { COLLECTIONS, type Dag, type DagEdge, emptyDag } from './document';
import { endsKey } from './logic';
import { assertEntryShape, assertFrameShape } from './shape';

/**
 * [D2][D5] Throws InvalidDagError, CycleError, InvalidJsonError or LimitExceededError unless the
 * value is a document that may be stored. Its size in bytes is `digestDag`'s to tell.
 */
export function validateDag(dag: unknown): asserts dag is Dag {
  assertIJson(dag);
  assertFrameShape(dag);
  validateChange(emptyDag(), dag as unknown as Dag);
}

/**
 * [D2] The same for a document made from a valid one, at the cost of what differs: shapes of the
 * entries that changed, ends of the edges that changed, cycles through new edges. Values that a patch
 * brings are I-JSON already, as `applyPatch` sees to.
 */
export function validateChange(before: Dag, after: Dag): void {
  assertFrameShape(after);
  for (const collection of COLLECTIONS) {
    const { added, changed } = changedEntries(before[collection], after[collection]);
    for (const id of added) assertId(collection, id);
    for (const id of [...added, ...changed])
      assertEntryShape(collection, id, after[collection][id]);
  }
  const edges = changedEntries(before.edges, after.edges);
  const fresh = [...edges.added, ...edges.changed];
  const nodesRemoved = changedEntries(before.nodes, after.nodes).removed.length > 0;
  assertEnds(after, nodesRemoved ? Object.keys(after.edges) : fresh);
  if (fresh.length > 0) {
    assertNoDuplicates(after, fresh);
    assertAcyclic(after, fresh);
  }
}

function assertId(collection: string, id: string): void {
  if (isEntryId(id)) return;
  throw new InvalidDagError(idRule(id), { path: `/${collection}/${shorten(id, 80)}` });
}

function assertEnds(dag: Dag, ids: readonly string[]): void {
  for (const id of ids) {
    const edge = dag.edges[id];
    if (edge === undefined) continue;
    for (const end of [edge.source, edge.target]) {
      if (Object.hasOwn(dag.nodes, end)) continue;
      const node = shorten(end, 80);
      throw new InvalidDagError(`The connection ${id} ends at “${node}”, which is no node.`, {
        path: `/edges/${id}`,
        node,
      });
    }
    if (edge.source === edge.target) throw selfEdge(id, edge);
  }
}

function selfEdge(id: string, edge: DagEdge): InvalidDagError {
  return new InvalidDagError(`The connection ${id} joins ${edge.source} to itself.`, {
    path: `/edges/${id}`,
    node: edge.source,
  });
}

/** A duplicate has a fresh edge in it, so only edges that leave the same nodes are looked at. */
function assertNoDuplicates(dag: Dag, fresh: readonly string[]): void {
  const sources = new Set(fresh.map((id) => dag.edges[id]?.source));
  const seen = new Map<string, string>();
  for (const [id, edge] of Object.entries(dag.edges)) {
    if (!sources.has(edge.source)) continue;
    const key = endsKey(edge);
    const duplicate = seen.get(key);
    if (duplicate !== undefined) {
      throw new InvalidDagError(
        `${edge.source} and ${edge.target} are connected through these ports already.`,
        { path: `/edges/${id}`, duplicate },
      );
    }
    seen.set(key, id);
  }
}

function assertAcyclic(dag: Dag, fresh: readonly string[]): void {
  const roots = fresh.flatMap((id) => dag.edges[id]?.target ?? []);
  const cycle = findCycle(Object.values(dag.edges), roots);
  if (cycle !== undefined) throw new CycleError(cycle);
}
