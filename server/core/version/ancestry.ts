/** A version at which a lineage enters a chain, and the versions that the walk goes on with from there. */
export interface Head {
  readonly id: string;
  /** Where the version was born; null for a full document. */
  readonly chain: { readonly id: string; readonly first: number; readonly depth: number } | null;
  /** A compaction is nobody's edit: [C2]. */
  readonly isCompaction: boolean;
  readonly cameFrom: readonly string[];
}

/** [V2] The lineages of some versions: a lineage is a prefix of each chain it runs through. */
export type Ancestry = ReadonlyMap<string, Head>;

/** How many versions each of two lineages has that the other has not. */
export interface Divergence {
  readonly ahead: number;
  readonly behind: number;
}

/** [M1] How far two versions of the ancestry are apart, compactions not counted. */
export function divergenceOf(ancestry: Ancestry, ours: string, theirs: string): Divergence {
  const [mine, other] = [reachOf(ancestry, ours), reachOf(ancestry, theirs)];
  return { ahead: beyond(mine, other), behind: beyond(other, mine) };
}

/** Per chain, the first version that was born in it and the last that belongs to the lineage. */
type Reach = ReadonlyMap<string, { readonly first: number; readonly depth: number }>;

function reachOf(ancestry: Ancestry, headId: string): Reach {
  const reach = new Map<string, { first: number; depth: number }>();
  const seen = new Set<string>();
  const open = [headId];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const head = ancestry.get(id);
    if (head === undefined || seen.has(id)) continue;
    seen.add(id);
    open.push(...head.cameFrom);
    if (head.isCompaction) continue;
    const { id: chain, first, depth } = head.chain ?? { id, first: 0, depth: 0 };
    reach.set(chain, { first, depth: Math.max(depth, reach.get(chain)?.depth ?? depth) });
  }
  return reach;
}

function beyond(mine: Reach, other: Reach): number {
  let count = 0;
  for (const [chain, { first, depth }] of mine) {
    count += Math.max(0, depth - (other.get(chain)?.depth ?? first - 1));
  }
  return count;
}
