import { standsFor, type Version } from './state';

/** A version and all that it came from, over parents and merge parents; never a compaction. */
export function lineageOf(version: Version): Set<Version> {
  const found = new Set<Version>();
  const open = [version];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const one = standsFor(next);
    if (found.has(one)) continue;
    found.add(one);
    open.push(...parentsOf(one));
  }
  return found;
}

/** [M3] The lowest common ancestor: of several the one of the highest generation, then the smallest id. */
export function lowestCommon(a: Version, b: Version): { base: Version; candidates: number } {
  const theirs = lineageOf(b);
  const common = [...lineageOf(a)].filter((version) => theirs.has(version));
  const above = new Set(
    common.flatMap((version) => parentsOf(version)).flatMap((parent) => [...lineageOf(parent)]),
  );
  const lowest = common.filter((version) => !above.has(version));
  const [base] = lowest.sort((x, y) => generation(y) - generation(x) || (x.id < y.id ? -1 : 1));
  if (base === undefined) throw new Error('All versions of a workflow have a beginning in common.');
  return { base, candidates: lowest.length };
}

function parentsOf({ parent, mergeParent }: Version): Version[] {
  return [parent, mergeParent].filter((version) => version !== undefined);
}

function generation(version: Version): number {
  return 1 + Math.max(0, ...parentsOf(standsFor(version)).map(generation));
}
