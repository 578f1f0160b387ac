import { changedEntries } from '../dag/changed-entries';
import { findCycles } from '../dag/cycle';
import type { Dag, DagEdge } from '../dag/document';
import { endsKey } from '../dag/logic';
import { jsonEqual } from '../json/equal';
import { isJsonObject, type Json } from '../json/json';
import { applyPatch } from '../patch/apply-patch';
import type { Op } from '../patch/ops';
import { formatPointer } from '../patch/pointer';
import type { Sides } from '../patch/rebase';
import { putOps } from '../patch/value-at';
import { type Choice, type Choose, type Conflict, chosen } from './conflict';

interface Clash {
  readonly kind: Conflict['kind'];
  /** Id of the incoming connection, and of the one that stands in its way. */
  readonly edge: string;
  readonly against: string;
  readonly path?: readonly string[];
}

/**
 * [V5] Connections that are harmless alone and clash when joined: a loop closed by both sides, two
 * connections between the same ports, a connection whose ends both sides moved to one node. Equal
 * twins are dropped; the rest is put to `choose`, and without an answer the head's stays. A unit that
 * has been `decided` is not asked about again.
 */
export function settleClashes(
  sides: Sides,
  joined: Dag,
  { choose, decided: before }: { choose: Choose; decided: Iterable<string> },
): { dag: Dag; conflicts: Conflict[] } {
  const conflicts: Conflict[] = [];
  const decided = new Set(before);
  let dag = joined;
  for (let clashes = findClashes(sides, dag); ; clashes = findClashes(sides, dag)) {
    const ops: Op[] = [];
    for (const clash of clashes) {
      const unit = pointer(clash.edge);
      if (isTwin(dag, clash)) {
        ops.push({ op: 'remove', path: unit });
        continue;
      }
      // What a choice leaves clashing is for validation to refuse.
      if (decided.has(unit)) continue;
      decided.add(unit);
      const conflict = conflictOf(sides, dag, clash);
      conflicts.push(conflict);
      const choice = choose(conflict) ?? { take: 'head' };
      ops.push(...settle(sides, dag, { clash, conflict, choice }));
    }
    if (ops.length === 0) break;
    dag = applyPatch(dag, ops);
  }
  return { dag, conflicts };
}

function settle(
  { head, incoming }: Sides,
  dag: Dag,
  { clash, conflict, choice }: { clash: Clash; conflict: Conflict; choice: Choice },
): Op[] {
  const unit = pointer(clash.edge);
  if ('take' in choice && choice.take === 'head') {
    return putOps(dag, unit, edgeOf(head, clash.edge));
  }
  const ops = putOps(dag, unit, chosen(conflict, choice));
  const makesWay = 'take' in choice && choice.take === 'incoming' && clash.against !== clash.edge;
  if (!makesWay) return ops;
  return [...ops, ...putOps(dag, pointer(clash.against), edgeOf(incoming, clash.against))];
}

function conflictOf(sides: Sides, dag: Dag, { kind, edge, against, path }: Clash): Conflict {
  const was = edgeOf(sides.base, edge);
  const is = edgeOf(sides.head, edge) ?? (kind === 'id_taken' ? edgeOf(dag, against) : undefined);
  const comes = edgeOf(sides.incoming, edge);
  return {
    kind,
    unit: pointer(edge),
    ...(was !== undefined && { base: was }),
    ...(is !== undefined && { head: is }),
    ...(comes !== undefined && { incoming: comes }),
    against: [pointer(against)],
    ...(path !== undefined && { path }),
  };
}

/** Clashes of one kind that have no connection in common, so that they can be settled together. */
function findClashes(sides: Sides, dag: Dag): readonly Clash[] {
  const { added, changed } = changedEntries(sides.head.edges, dag.edges);
  // What a choice put back as the head has it is another object, and not fresh.
  const fresh = [...added, ...changed.filter((id) => !isHeads(sides, dag, id))]
    .sort()
    .flatMap((id) => (dag.edges[id] === undefined ? [] : [{ id, edge: dag.edges[id] }]));
  // What a choice put in place of a connection is for validation to refuse.
  if (!fresh.every(({ edge }) => isJsonObject(edge))) return [];
  const found = selfEdges(fresh);
  if (found.length === 0) found.push(...duplicates(dag, fresh));
  if (found.length === 0) found.push(...loops(sides, dag, fresh));
  return found;
}

type Fresh = readonly { readonly id: string; readonly edge: DagEdge }[];

function selfEdges(fresh: Fresh): Clash[] {
  return fresh
    .filter(({ edge }) => edge.source === edge.target)
    .map(({ id }) => ({ kind: 'field', edge: id, against: id }));
}

/** One for each pair of ports. */
function duplicates(dag: Dag, fresh: Fresh): Clash[] {
  if (fresh.length === 0) return [];
  const keys = new Map(fresh.map(({ id, edge }) => [endsKey(edge), id]));
  const clashes: Clash[] = [];
  for (const [id, edge] of Object.entries(dag.edges)) {
    const key = endsKey(edge);
    const twin = keys.get(key);
    if (twin === undefined || twin === id) continue;
    clashes.push({ kind: 'id_taken', edge: twin, against: id });
    keys.delete(key);
  }
  return clashes;
}

/** Loops without a node in common, each with an incoming connection on it and one of the head's. */
function loops({ incoming }: Sides, dag: Dag, fresh: Fresh): Clash[] {
  if (fresh.length === 0) return [];
  const roots = fresh.map(({ edge }) => edge.target);
  const paths = findCycles(Object.values(dag.edges), roots);
  if (paths.length === 0) return [];
  const steps = edgesByStep(dag);
  const isFresh = new Set(fresh.map(({ id }) => id));
  return paths.flatMap((path) => {
    const on = path
      .slice(1)
      .flatMap((target, index) => steps.get(stepOf(path[index] ?? '', target)) ?? [])
      .sort();
    const own = on.find((id) => isFresh.has(id));
    // The incoming document has no loop, so one of these connections is not in it.
    const against = on.find((id) => !jsonEqual(edgeOf(dag, id), edgeOf(incoming, id)));
    return own === undefined || against === undefined
      ? []
      : [{ kind: 'cycle', edge: own, against, path }];
  });
}

function edgesByStep(dag: Dag): Map<string, string[]> {
  const steps = new Map<string, string[]>();
  for (const [id, { source, target, feedback }] of Object.entries(dag.edges)) {
    if (feedback === true) continue;
    const step = stepOf(source, target);
    const ids = steps.get(step);
    if (ids === undefined) steps.set(step, [id]);
    else ids.push(id);
  }
  return steps;
}

function stepOf(source: string, target: string): string {
  return `${source} ${target}`;
}

/** The very same connection, made on both sides. */
function isTwin(dag: Dag, { kind, edge, against }: Clash): boolean {
  return kind === 'id_taken' && jsonEqual(edgeOf(dag, edge), edgeOf(dag, against));
}

function isHeads({ head }: Sides, dag: Dag, id: string): boolean {
  return jsonEqual(edgeOf(dag, id), edgeOf(head, id));
}

function edgeOf(dag: Dag, id: string): Json | undefined {
  return Object.hasOwn(dag.edges, id) ? (dag.edges[id] as unknown as Json) : undefined;
}

function pointer(edge: string): string {
  return formatPointer(['edges', edge]);
}
