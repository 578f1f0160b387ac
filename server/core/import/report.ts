import type { Dag } from '../dag/document';
import { findDescriptor } from '../nodes/registry';
import type { SecretFinding } from './secrets';

export type ImportFormat = 'n8n' | 'stemma' | 'react-flow';

/** Something of the file that has no place in the document and waits in `ext` for the way back. */
export interface KeptAside {
  readonly kind: 'dangling' | 'duplicate' | 'self' | 'odd';
  readonly source: string;
  readonly target?: string;
  readonly reason: string;
}

/** What the person who imports should know. Nothing in it stands in the way. */
export interface ImportReport {
  readonly format: ImportFormat;
  readonly counts: {
    readonly nodes: number;
    readonly edges: number;
    readonly notes: number;
    readonly groups: number;
  };
  /** How many nodes became which of our types. */
  readonly knownTypes: Readonly<Record<string, number>>;
  /** Types kept as they are, shown as unknown, never executed [D3]. */
  readonly unknownTypes: Readonly<Record<string, number>>;
  readonly duplicateNames: readonly { readonly name: string; readonly count: number }[];
  /** Names of the nodes that came without an id. */
  readonly missingIds: readonly string[];
  /** Ids of the file that do not fit our pattern and were replaced. */
  readonly replacedIds: readonly { readonly from: string; readonly to: string }[];
  /** Connections from or to nodes that do not exist. */
  readonly dangling: readonly KeptAside[];
  /** Duplicate, self and malformed connections. */
  readonly keptAside: readonly KeptAside[];
  /** Connections that close a loop. */
  readonly loops: readonly {
    readonly edgeId: string;
    readonly source: string;
    readonly target: string;
    /** What a person calls the two. */
    readonly sourceName: string;
    readonly targetName: string;
  }[];
  /** When imported over another version: how many nodes and notes were found again. */
  readonly matched: number;
  readonly secrets: readonly SecretFinding[];
  readonly notices: readonly string[];
}

/** What can be said of any document that was imported. */
export function summaryOf(
  dag: Dag,
): Pick<ImportReport, 'counts' | 'knownTypes' | 'unknownTypes' | 'loops'> {
  const types = Object.values(dag.nodes).map(({ type }) => type);
  const isKnown = (type: string): boolean => findDescriptor(type) !== undefined;
  return {
    counts: {
      nodes: types.length,
      edges: Object.keys(dag.edges).length,
      notes: Object.keys(dag.notes).length,
      groups: Object.keys(dag.groups).length,
    },
    knownTypes: tally(types.filter(isKnown)),
    unknownTypes: tally(types.filter((type) => !isKnown(type))),
    loops: loopsOf(dag),
  };
}

/** Names that several have. */
export function duplicatesOf(names: Iterable<string>): ImportReport['duplicateNames'] {
  return Object.entries(tally(names))
    .filter(([, count]) => count > 1)
    .map(([name, count]) => ({ name, count }));
}

/** What has no place in the document, connections to nothing apart from the others. */
export function splitAside(
  aside: readonly KeptAside[],
): Pick<ImportReport, 'dangling' | 'keptAside'> {
  return {
    dangling: aside.filter(({ kind }) => kind === 'dangling'),
    keptAside: aside.filter(({ kind }) => kind !== 'dangling'),
  };
}

/** The same tally, by what the types are called in their own tool. */
export function withoutPrefix(
  types: Readonly<Record<string, number>>,
  prefix: string,
): Record<string, number> {
  return Object.fromEntries(
    Object.entries(types).map(([type, count]) => [
      type.startsWith(prefix) ? type.slice(prefix.length) : type,
      count,
    ]),
  );
}

/** Counts words, most frequent first. */
function tally(words: Iterable<string>): Record<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const sorted = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return Object.fromEntries(sorted);
}

/** The connections that close a loop. */
function loopsOf(dag: Dag): ImportReport['loops'] {
  return Object.entries(dag.edges)
    .filter(([, edge]) => edge.feedback === true)
    .map(([edgeId, { source, target }]) => ({
      edgeId,
      source,
      target,
      sourceName: dag.nodes[source]?.name ?? source,
      targetName: dag.nodes[target]?.name ?? target,
    }));
}
