import type { DagEdge } from '../../dag/document';
import { endsKey } from '../../dag/logic';
import type { Json, JsonObject } from '../../json/json';
import { feedbackEdges } from '../feedback';
import type { KeptAside } from '../report';
import type { SourceEntry } from './entries';

export interface JoinArgs {
  readonly nodes: readonly SourceEntry[];
  readonly edges: readonly SourceEntry[];
  /** Ids of edges marked as feedback in the earlier version. */
  readonly earlier: ReadonlySet<string>;
}

export interface Joined {
  readonly edges: Readonly<Record<string, DagEdge>>;
  /** Edges that no document may have, as the file has them [D2]. */
  readonly aside: readonly Json[];
  readonly report: readonly KeptAside[];
}

/** Edges between the nodes by their ids here; loops marked, impossible ones kept aside. */
export function joinEdges({ nodes, edges, earlier }: JoinArgs): Joined {
  const ids = new Map(nodes.map(({ foreignId, id }) => [foreignId ?? id, id]));
  const names = new Map(
    nodes.map(({ id, value }) => [id, typeof value.name === 'string' ? value.name : id]),
  );
  const joined = new Map<string, DagEdge>();
  const seen = new Set<string>();
  const aside: Json[] = [];
  const report: KeptAside[] = [];
  for (const { id, foreignId, value } of edges) {
    const [source, target] = [ids.get(textOf(value.source)), ids.get(textOf(value.target))];
    const edge = { ...value, source: source ?? '', target: target ?? '' } as DagEdge;
    const why = refusal(edge, seen);
    if (why === undefined) {
      seen.add(endsKey(edge));
      joined.set(id, edge);
      continue;
    }
    aside.push({ ...value, ...(foreignId !== undefined && { id: foreignId }) });
    const [from, to] = [source, target].map((end) => end && names.get(end));
    report.push({
      ...why,
      source: from ?? textOf(value.source),
      target: to ?? textOf(value.target),
    });
  }
  return { edges: marked({ joined, nodes, earlier }), aside, report };
}

function refusal(
  edge: DagEdge,
  seen: ReadonlySet<string>,
): Pick<KeptAside, 'kind' | 'reason'> | undefined {
  if (edge.source === '' || edge.target === '') {
    return { kind: 'dangling', reason: 'One of its ends is no node of the file.' };
  }
  if (edge.source === edge.target)
    return { kind: 'self', reason: 'The node is connected to itself.' };
  if (seen.has(endsKey(edge)))
    return { kind: 'duplicate', reason: 'The same connection came before.' };
  return undefined;
}

interface MarkArgs {
  readonly joined: ReadonlyMap<string, DagEdge>;
  readonly nodes: readonly SourceEntry[];
  readonly earlier: ReadonlySet<string>;
}

/** [D6] Marks in the file and of the earlier version stay, as long as their edge is part of a loop. */
function marked({ joined, nodes, earlier }: MarkArgs): Record<string, DagEdge> {
  const edges = [...joined];
  const before = edges.filter(([id, edge]) => edge.feedback === true || earlier.has(id));
  const loops = feedbackEdges({
    nodes: nodes.map(({ id }) => id),
    edges,
    earlier: new Set(before.map(([id]) => id)),
  });
  return Object.fromEntries(edges.map(([id, edge]) => [id, withMark(edge, loops.has(id))]));
}

function withMark(edge: DagEdge, feedback: boolean): DagEdge {
  if (feedback) return { ...edge, feedback };
  return edge.feedback === true ? { ...edge, feedback: false } : edge;
}

function textOf(end: JsonObject[string] | undefined): string {
  return typeof end === 'string' || typeof end === 'number' ? String(end) : '';
}
