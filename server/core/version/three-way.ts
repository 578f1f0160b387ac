import type { Dag } from '../dag/document';
import type { Json } from '../json/json';
import { applyPatch } from '../patch/apply-patch';
import type { Op } from '../patch/ops';
import { formatPointer, isWithin, parsePointer, prefixesOf } from '../patch/pointer';
import { type DanglingEnd, rebase, type Sides, type Touch } from '../patch/rebase';
import { needsOf } from '../patch/units';
import { putOps, valueAt } from '../patch/value-at';
import { settleClashes } from './clashes';
import { type Choose, type Conflict, type ConflictKind, chosen } from './conflict';

export interface ThreeWay {
  /** The head with all that could be carried over; unsettled conflicts stand as in the head. */
  readonly dag: Dag;
  /** What has to be, or was, decided by hand. */
  readonly conflicts: readonly Conflict[];
}

/**
 * [M3][P6] What both sides made of the base, joined per unit. Each conflict is put to `choose`;
 * without an answer the head's value stays. The result still has to be validated.
 */
export function threeWay(
  sides: Sides,
  { reads = [], choose = () => undefined }: { reads?: readonly string[]; choose?: Choose } = {},
): ThreeWay {
  const { ops, touches, dangling } = rebase(sides, reads);
  const conflicts = [
    ...unitConflicts(sides, touches, dangling),
    ...danglingConflicts(sides, dangling),
  ];
  const kept = new Set<string>();
  const gone = new Set<string>();
  const settled: Op[] = [];
  for (const conflict of conflicts) {
    const value = chosen(conflict, choose(conflict) ?? { take: 'head' });
    settled.push(...putOps(sides.head, conflict.unit, value));
    if (value === undefined) gone.add(conflict.unit);
    else for (const node of nodesKeptBy(sides, conflict.unit, value)) kept.add(node);
  }
  for (const node of gone) kept.delete(node);
  const edges = new Set(dangling.map(({ edge }) => edge));
  const carried = ops.filter(({ path }) => !kept.has(path) && !edges.has(entryOf(path)));
  const decided = new Set(conflicts.map(({ unit }) => unit));
  const joined = applyPatch(sides.head, [...carried, ...settled]);
  const dag = withKeptNodes(sides, joined, { kept, decided });
  const cleared = settleClashes(sides, dag, { choose, decided });
  return { dag: cleared.dag, conflicts: [...conflicts, ...cleared.conflicts] };
}

function unitConflicts(
  sides: Sides,
  touches: readonly Touch[],
  dangling: readonly DanglingEnd[],
): Conflict[] {
  const edges = new Set(dangling.map(({ edge }) => edge));
  return [...byOutermost(touches)]
    .filter(([unit]) => !edges.has(entryOf(unit)))
    .map(([unit, touching]) => {
      const values = valuesAt(sides, unit);
      const against = touching.map(({ head }) => head.path);
      return { kind: kindOf(unit, values), unit, ...values, against: [...new Set(against)] };
    });
}

/** Touches by the unit that has to be decided, in order: none of these lies under another one. */
function byOutermost(touches: readonly Touch[]): Map<string, Touch[]> {
  const units = new Set(touches.map(decidedAt));
  const outermost = [...units]
    .filter((unit) => !prefixesOf(unit).some((above) => units.has(above)))
    .sort();
  const groups = new Map<string, Touch[]>(outermost.map((unit) => [unit, []]));
  for (const touch of touches) {
    const unit = decidedAt(touch);
    for (const above of [unit, ...prefixesOf(unit)]) groups.get(above)?.push(touch);
  }
  return groups;
}

function decidedAt({ unit, incoming, head }: Touch): string {
  return incoming !== undefined && isWithin(unit, head.path) ? head.path : unit;
}

function danglingConflicts(sides: Sides, dangling: readonly DanglingEnd[]): Conflict[] {
  return [...new Set(dangling.map(({ edge }) => edge))].map((unit) => {
    const ends = dangling.filter(({ edge }) => edge === unit);
    return {
      kind: 'dangling',
      unit,
      ...valuesAt(sides, unit),
      against: ends.map(({ node, madeBy }) => (madeBy === 'incoming' ? node : unit)),
      path: ends.map(({ node }) => idOf(node)),
    };
  });
}

type Values = Pick<Conflict, 'base' | 'head' | 'incoming'>;

function valuesAt({ base, head, incoming }: Sides, unit: string): Values {
  const [was, is, comes] = [valueAt(base, unit), valueAt(head, unit), valueAt(incoming, unit)];
  return {
    ...(was !== undefined && { base: was }),
    ...(is !== undefined && { head: is }),
    ...(comes !== undefined && { incoming: comes }),
  };
}

function kindOf(unit: string, { base, head, incoming }: Values): ConflictKind {
  if (parsePointer(unit).length !== 2) return 'field';
  if (base === undefined) return 'id_taken';
  return head === undefined || incoming === undefined ? 'removed' : 'field';
}

/** Nodes, as pointers, that one side removed and that stay for this value: itself, or its ends. */
function nodesKeptBy({ base, head, incoming }: Sides, unit: string, value: Json): string[] {
  const nodes = unit.startsWith('/nodes/') ? [unit] : needsOf({ op: 'add', path: unit, value });
  return nodes.filter((node) => {
    const id = idOf(node);
    const stays = Object.hasOwn(head.nodes, id) && Object.hasOwn(incoming.nodes, id);
    return Object.hasOwn(base.nodes, id) && !stays;
  });
}

/** A node that one side removed comes with its connections: they went only because it did. */
function withKeptNodes(
  sides: Sides,
  dag: Dag,
  { kept, decided }: { kept: ReadonlySet<string>; decided: ReadonlySet<string> },
): Dag {
  if (kept.size === 0) return dag;
  const ops: Op[] = [];
  const done = new Set(decided);
  const joining = new Map([sides.head, sides.incoming].map((side) => [side, edgesByEnd(side)]));
  for (const unit of kept) {
    const id = idOf(unit);
    const keeper = Object.hasOwn(sides.head.nodes, id) ? sides.head : sides.incoming;
    if (!Object.hasOwn(keeper.nodes, id)) continue;
    if (!Object.hasOwn(dag.nodes, id)) {
      ops.push({ op: 'add', path: unit, value: keeper.nodes[id] as unknown as Json });
    }
    for (const edgeId of joining.get(keeper)?.get(id) ?? []) {
      const edge = keeper.edges[edgeId];
      if (edge === undefined) continue;
      const other = edge.source === id ? edge.target : edge.source;
      const ends = Object.hasOwn(dag.nodes, other) || kept.has(formatPointer(['nodes', other]));
      const path = formatPointer(['edges', edgeId]);
      if (!ends || done.has(path) || Object.hasOwn(dag.edges, edgeId)) continue;
      // Only what stood at the base was taken away with the node.
      if (!Object.hasOwn(sides.base.edges, edgeId)) continue;
      done.add(path);
      ops.push({ op: 'add', path, value: edge as unknown as Json });
    }
  }
  return ops.length === 0 ? dag : applyPatch(dag, ops);
}

/** Ids of the connections at each node. */
function edgesByEnd(dag: Dag): Map<string, string[]> {
  const byEnd = new Map<string, string[]>();
  for (const [id, edge] of Object.entries(dag.edges)) {
    for (const end of [edge.source, edge.target]) {
      const ids = byEnd.get(end);
      if (ids === undefined) byEnd.set(end, [id]);
      else ids.push(id);
    }
  }
  return byEnd;
}

function idOf(unit: string): string {
  return parsePointer(unit)[1] ?? '';
}

/** The entry that a unit is or lies in. */
function entryOf(unit: string): string {
  return unit.split('/', 3).join('/');
}
