export interface DepthBucket {
  label: string;
  from: number;
  to: number;
  heads: number;
}

const EDGES = [
  [0, 0],
  [1, 5],
  [6, 10],
  [11, 20],
  [21, 40],
  [41, 64],
  [65, 128],
] as const;

/** Heads by depth, in ranges that grow as depths do. */
export function depthBuckets(rows: readonly { depth: number; heads: number }[]): DepthBucket[] {
  return EDGES.map(([from, to]) => ({
    label: from === to ? String(from) : `${String(from)}–${String(to)}`,
    from,
    to,
    heads: rows
      .filter(({ depth }) => depth >= from && depth <= to)
      .reduce((sum, { heads }) => sum + heads, 0),
  }));
}
