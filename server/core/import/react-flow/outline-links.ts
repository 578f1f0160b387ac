import type { Dag, DagEdge } from '../../dag/document';
import type { Json } from '../../json/json';
import { asideInFile, readAsides } from './aside';
import { edgeIdInFile, type EdgeInFile } from './edge-lens';
import { idsInFile } from './file-ids';
import { ASIDE, LINKS, ranked, rankKey, readRanks } from './ranks';

export interface OutlineEdge extends EdgeInFile {
  readonly kind: 'edge';
  readonly id: string;
  readonly key: string;
  readonly entry: DagEdge;
  readonly fileId: Json | undefined;
}

/** What no document may have, as the file says it. */
export interface OutlineAside {
  readonly kind: 'aside';
  readonly id: string;
  readonly key: string;
  readonly edge: Json;
}

export type OutlineLink = OutlineEdge | OutlineAside;

/** Ids that our nodes have in the file; undefined for those that have none. */
export type NodeIds = ReadonlyMap<string, Json | undefined>;

export function outlineLinks(dag: Dag, nodeIds: NodeIds): readonly OutlineLink[] {
  const ranks = readRanks(dag, LINKS);
  const edges = Object.entries(dag.edges).map(([id, entry]) => ({
    kind: 'edge' as const,
    id,
    key: rankKey('edges', id),
    entry,
    source: nodeIds.get(entry.source) ?? entry.source,
    target: nodeIds.get(entry.target) ?? entry.target,
  }));
  const ids = idsInFile(ranked(edges, ranks), {
    isOld: ({ key }) => ranks.has(key),
    idOf: (edge) => edgeIdInFile(edge.entry, edge.id, edge),
  });
  const asides = [...readAsides(dag)].flatMap(([id, aside]): OutlineAside[] => {
    const edge = asideInFile(aside, dag, (node) => nodeIds.get(node));
    return edge === undefined ? [] : [{ kind: 'aside', id, key: rankKey(ASIDE, id), edge }];
  });
  const links = [...edges.map((edge) => ({ ...edge, fileId: ids.get(edge) })), ...asides];
  return ranked<OutlineLink>(links, ranks);
}
