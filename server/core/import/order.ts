/** Where entries stand in a list, by key. Between any two ranks there is room for a third. */
export type Ranks = ReadonlyMap<string, number>;

/** The keys by their places, those of one place by key. */
export function inOrder(keys: Iterable<string>, placeOf: (key: string) => number): string[] {
  // Two infinite places differ by NaN, which leaves the decision to the key.
  return [...keys].sort((a, b) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1));
}

/**
 * Ranks that put the keys in the order given. Those that rise already stay as they were, so that
 * whoever comes or moves changes a rank of its own only.
 */
export function rankInOrder(keys: readonly string[], before: Ranks): Ranks {
  const ranks = filled(longestRise(keys.map((key) => before.get(key))));
  const rises = ranks.every((rank, i) => i === 0 || rank > (ranks[i - 1] ?? Infinity));
  return new Map(keys.map((key, i) => [key, rises ? (ranks[i] ?? i) : i]));
}

type Gaps = readonly (number | undefined)[];

/** The values outside a longest rising run taken away; patience sorting, n log n. */
function longestRise(values: Gaps): Gaps {
  /** By length of a run: where the run that ends lowest ends. */
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [i, value] of values.entries()) {
    if (value === undefined) continue;
    const length = firstNotBelow(ends, (end) => (values[end] ?? 0) < value);
    before[i] = ends[length - 1];
    ends[length] = i;
  }
  const kept = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = before[at]) kept.add(at);
  return values.map((value, i) => (kept.has(i) ? value : undefined));
}

function firstNotBelow(list: readonly number[], isBelow: (item: number) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBelow(list[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Gaps evenly spread between their neighbours, whole numbers at both ends. */
function filled(ranks: Gaps): readonly number[] {
  const result: number[] = [];
  let gap = 0;
  for (const rank of ranks) {
    if (rank === undefined) {
      gap += 1;
      continue;
    }
    result.push(...spread(gap, result.at(-1), rank), rank);
    gap = 0;
  }
  return [...result, ...spread(gap, result.at(-1), undefined)];
}

function spread(count: number, low: number | undefined, high: number | undefined): number[] {
  const start = low === undefined ? (high ?? count) - count - 1 : low;
  const step = low === undefined || high === undefined ? 1 : (high - low) / (count + 1);
  return Array.from({ length: count }, (_, i) => start + step * (i + 1));
}
