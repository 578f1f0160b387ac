import type { DagEdge } from '../../dag/document';
import { canonicalText } from '../../json/canonical';
import type { Json, JsonObject } from '../../json/json';
import { feedbackEdges } from '../feedback';
import type { IdMaker } from '../id-maker';
import { edgeName, matchInPasses } from '../matching';
import type { KeptAside } from '../report';
import { writeAside } from './aside';
import type { ImportedBoxes } from './import-boxes';
import { extWith, keptFor } from './kept';
import { EDGE_PASSES } from './match';
import type { Outline } from './outline';
import type { OutlineEdge } from './outline-links';
import { ASIDE, rankKey } from './ranks';
import { type AsideLink, type EdgeLink, readLinks } from './read-links';

export interface ImportedLinks {
  readonly edges: Readonly<Record<string, DagEdge>>;
  /** Connections that no document may have, by their ids in `ext.flow.aside`. */
  readonly asides: JsonObject;
  /** The rank keys of both, in the order of the file. */
  readonly keys: readonly string[];
  readonly keptAside: readonly KeptAside[];
}

interface LinkContext {
  readonly boxes: ImportedBoxes;
  /** Our ids by the keys of those in the file. */
  readonly byFileId: ReadonlyMap<string, string>;
  readonly before: Outline;
  readonly maker: IdMaker;
}

/** The edges of the file, with the ids they had before or new ones [D6]. */
export function importLinks(foreign: readonly Json[], context: LinkContext): ImportedLinks {
  const { boxes, byFileId } = context;
  const links = readLinks(foreign, { nodes: boxes.entries.nodes, byFileId });
  const edges = foundAgain(links, context);
  const asides = keysFor(links, context);
  const written = [...asides].map(([link, id]) => {
    const twin = link.twin && edges.get(link.twin)?.id;
    return [id, writeAside({ ...link, twin })] as const;
  });
  return {
    edges: withLoops(edges, boxes),
    asides: Object.fromEntries(written),
    keys: links.map((link) =>
      link.kind === 'edge'
        ? rankKey('edges', edges.get(link)?.id ?? '')
        : rankKey(ASIDE, asides.get(link) ?? ''),
    ),
    keptAside: [...asides.keys()].map(({ why }) => why),
  };
}

interface Found {
  readonly id: string;
  /** What it was in the earlier version. */
  readonly was: OutlineEdge | undefined;
}
type FoundEdges = ReadonlyMap<EdgeLink, Found>;

function foundAgain(
  links: readonly (EdgeLink | AsideLink)[],
  { boxes, before, maker }: LinkContext,
): FoundEdges {
  const edges = links.filter((link) => link.kind === 'edge');
  const candidates = before.links.filter((link) => link.kind === 'edge');
  const matches = matchInPasses(edges, candidates, EDGE_PASSES);
  const { nodes } = boxes.entries;
  return new Map(
    edges.map((link, i) => {
      const was = matches[i];
      return [link, { id: was?.id ?? maker.make(edgeName(link.entry, nodes)), was }];
    }),
  );
}

function keysFor(
  links: readonly (EdgeLink | AsideLink)[],
  { before, maker }: LinkContext,
): ReadonlyMap<AsideLink, string> {
  const asides = links.filter((link) => link.kind === 'aside');
  const candidates = before.links.filter((link) => link.kind === 'aside');
  const same = { of: textOf, among: (item: { edge: Json }) => [textOf(item)] };
  const matches = matchInPasses(asides, candidates, [same]);
  return new Map(asides.map((link, i) => [link, matches[i]?.id ?? maker.make(ASIDE)]));
}

function textOf({ edge }: { readonly edge: Json }): string {
  return canonicalText(edge);
}

/** [D6] Loops are marked, earlier marks first. */
function withLoops(found: FoundEdges, boxes: ImportedBoxes): Record<string, DagEdge> {
  const edges = [...found];
  const marked = feedbackEdges({
    nodes: Object.keys(boxes.entries.nodes),
    edges: edges.map(([link, { id }]) => [id, link.entry]),
    earlier: new Set(edges.flatMap(([, { id, was }]) => (was?.entry.feedback === true ? id : []))),
  });
  return Object.fromEntries(
    edges.map(([link, { id, was }]) => {
      const mark = marked.has(id) || (was?.entry.feedback === false ? false : undefined);
      const ext = extWith(keptFor(link, id), was?.entry);
      return [id, { ...link.entry, ...(mark !== undefined && { feedback: mark }), ...ext }];
    }),
  );
}
