import type { Dag, DagEdge } from '../../dag/document';
import { endsKey } from '../../dag/logic';
import type { Json, JsonObject } from '../../json/json';
import { feedbackEdges } from '../feedback';
import type { KeptAside } from '../report';
import type { SourceEntry } from './entries';

export interface JoinArgs {
  readonly nodes: readonly SourceEntry[];
  readonly edges: readonly SourceEntry[];
  /** Our ids of the nodes by those in the file. */
  readonly ids: ReadonlyMap<string, string>;
  readonly existing: Dag | undefined;
}

export interface Joined {
  readonly edges: Readonly<Record<string, DagEdge>>;
  /** Edges that no document may have, as the file has them [D2]. */
  readonly aside: readonly Json[];
  readonly report: readonly KeptAside[];
}

/** Edges between the nodes by their ids here; loops marked, impossible ones kept aside. */
export function joinEdges({ nodes, edges, ids, existing }: JoinArgs): Joined {
  const names = new Map(
    nodes.map(({ id, value }) => [id, typeof value.name === 'string' ? value.name : id]),
  );
  const joined = new Map<string, DagEdge>();
  const seen = new Set<string>();
  const aside: Json[] = [];
  const report: KeptAside[] = [];
  for (const { id, foreignId, value } of edges) {
    const edge = betweenOurs(value, ids);
    const why = refusal(edge, seen);
    if (why === undefined) {
      seen.add(endsKey(edge));
      joined.set(id, edge);
      continue;
    }
    aside.push({ ...value, ...(foreignId !== undefined && { id: foreignId }) });
    report.push({
      ...why,
      source: names.get(edge.source) ?? textOf(value.source),
      target: names.get(edge.target) ?? textOf(value.target),
    });
  }
  return { edges: marked([...joined], nodes, existing), aside, report };
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

/** [D6] Marks in the file stay; of the loops that they leave, those of the earlier version come first. */
function marked(
  edges: readonly (readonly [string, DagEdge])[],
  nodes: readonly SourceEntry[],
  existing: Dag | undefined,
): Record<string, DagEdge> {
  const loops = feedbackEdges({
    nodes: nodes.map(({ id }) => id),
    edges: edges.filter(([, edge]) => edge.feedback !== true),
    earlier: new Set(
      Object.entries(existing?.edges ?? {}).flatMap(([id, edge]) => (edge.feedback ? id : [])),
    ),
  });
  return Object.fromEntries(
    edges.map(([id, edge]) => [id, loops.has(id) ? { ...edge, feedback: true } : edge]),
  );
}

/** An edge of the file by the ids that its nodes have here; empty where there is no node. */
export function betweenOurs(edge: JsonObject, ids: ReadonlyMap<string, string>): DagEdge {
  const [source, target] = [edge.source, edge.target].map((end) => ids.get(textOf(end)) ?? '');
  return { ...edge, source, target } as DagEdge;
}

/** What tells apart edges that have no id. */
export function endsOf(edge: object): string {
  return endsKey(edge as DagEdge);
}

function textOf(end: JsonObject[string] | undefined): string {
  return typeof end === 'string' || typeof end === 'number' ? String(end) : '';
}
