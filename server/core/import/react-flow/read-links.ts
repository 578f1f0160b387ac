import type { DagEdge, DagNode } from '../../dag/document';
import { endsKey } from '../../dag/logic';
import type { Json, JsonObject } from '../../json/json';
import { isJsonObject } from '../../json/json';
import type { KeptAside } from '../report';
import { readEdge } from './edge-lens';
import { idKey } from './foreign';
import type { Read } from './lens';

export interface LinkHost {
  readonly nodes: Readonly<Record<string, DagNode>>;
  /** Our ids by the keys of those in the file. */
  readonly byFileId: ReadonlyMap<string, string>;
}

/** An edge of the file that is one of ours. */
export interface EdgeLink extends Read<DagEdge> {
  readonly kind: 'edge';
  readonly fileId: Json | undefined;
}

/** One that no document may have [D2]. */
export interface AsideLink {
  readonly kind: 'aside';
  readonly edge: Json;
  readonly source: string | undefined;
  readonly target: string | undefined;
  readonly twin: EdgeLink | undefined;
  readonly why: KeptAside;
}

export type Link = EdgeLink | AsideLink;

export function readLinks(edges: readonly Json[], host: LinkHost): readonly Link[] {
  const seen = new Map<string, EdgeLink>();
  return edges.map((foreign) => {
    if (!isJsonObject(foreign)) return odd(foreign);
    const link = readLink(foreign, { host, seen });
    if (link.kind === 'edge') seen.set(endsKey(link.entry), link);
    return link;
  });
}

function readLink(
  foreign: JsonObject,
  { host, seen }: { host: LinkHost; seen: ReadonlyMap<string, EdgeLink> },
): Link {
  const [source, target] = [foreign.source, foreign.target].map((end) =>
    host.byFileId.get(idKey(end) ?? ''),
  );
  const aside = (kind: KeptAside['kind'], reason: string, twin?: EdgeLink): AsideLink => {
    const [from, to] = [source ?? foreign.source, target ?? foreign.target];
    const why = { kind, source: nameOf(from, host), target: nameOf(to, host), reason };
    return { kind: 'aside', edge: foreign, source, target, twin, why };
  };
  if (source === undefined || target === undefined) {
    return aside('dangling', 'One of its ends is no node of the file.');
  }
  if (source === target) return aside('self', 'The node is connected to itself.');
  const read = readEdge(foreign, { source, target });
  const twin = seen.get(endsKey(read.entry));
  if (twin !== undefined) return aside('duplicate', 'The same connection came before.', twin);
  return { kind: 'edge', fileId: foreign.id, ...read };
}

function odd(edge: Json): AsideLink {
  const why: KeptAside = { kind: 'odd', source: '', reason: 'This is no connection.' };
  return { kind: 'aside', edge, source: undefined, target: undefined, twin: undefined, why };
}

/** What a person calls one end: its node's name, or what the file says where there is no node. */
function nameOf(end: Json | undefined, { nodes }: LinkHost): string {
  const text = typeof end === 'string' || typeof end === 'number' ? String(end) : '';
  return nodes[text]?.name ?? text;
}
