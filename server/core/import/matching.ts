import type { Dag, DagEdge } from '../dag/document';
import { endsKey } from '../dag/logic';
import { pushTo } from './push-to';

/** One way to tell that an entry of a file is one of an earlier version: both have the same key. */
export interface Pass<S, C> {
  readonly of: (source: S) => string | undefined;
  readonly among: (candidate: C) => readonly (string | undefined)[];
}

/**
 * [D6] The candidate that each source was before, pass by pass: of equal keys the first meets the
 * first, and nobody is found twice.
 */
export function matchInPasses<S, C>(
  sources: readonly S[],
  candidates: readonly C[],
  passes: readonly Pass<S, C>[],
): (C | undefined)[] {
  const matches: (C | undefined)[] = sources.map(() => undefined);
  const free = new Set(candidates);
  for (const pass of passes) {
    const index = new Map<string, C[]>();
    for (const candidate of [...free].reverse()) {
      for (const key of pass.among(candidate)) if (key !== undefined) pushTo(index, key, candidate);
    }
    for (const [i, source] of sources.entries()) {
      if (matches[i] !== undefined) continue;
      const key = pass.of(source);
      const found = key === undefined ? undefined : nextFree(index.get(key), free);
      if (found === undefined) continue;
      free.delete(found);
      matches[i] = found;
    }
  }
  return matches;
}

/** The first that is not taken; those before it are done with for good. */
function nextFree<C>(candidates: C[] | undefined, free: ReadonlySet<C>): C | undefined {
  for (let next = candidates?.pop(); next !== undefined; next = candidates?.pop()) {
    if (free.has(next)) return next;
  }
  return undefined;
}

/** Ids of edges by their ends and ports. */
export function edgeIndex(dag: Dag | undefined): ReadonlyMap<string, string> {
  return new Map(Object.entries(dag?.edges ?? {}).map(([id, edge]) => [endsKey(edge), id]));
}

/** What an edge that is made by an import is named after: its two nodes. */
export function edgeName(
  edge: Pick<DagEdge, 'source' | 'target'>,
  nodes: Readonly<Record<string, { readonly name?: string }>>,
): string {
  const [from, to] = [edge.source, edge.target].map((id) => (nodes[id]?.name ?? id).slice(0, 24));
  return `${from} ${to}`;
}
