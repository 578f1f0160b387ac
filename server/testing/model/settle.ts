import { type Content, edgesIn, endsOf, isEdge, sameEntry } from './content';
import type { Sides } from './sides';

/** Who keeps a connection keeps its nodes, and who keeps a node the connections it had. */
export function keepNodes(
  { base, head, incoming }: Sides,
  joined: Content,
  decided: ReadonlySet<string>,
): Content {
  const content = { ...joined };
  const keepers = Object.entries(joined)
    .filter(([at]) => decided.has(at))
    .flatMap(([at, entry]) => (isEdge(at) ? endsOf(entry) : [at]))
    .filter((at) => at in joined === decided.has(at))
    .map((at) => ({ at, keeper: at in head ? head : incoming }));
  for (const { at, keeper } of keepers) if (keeper[at]) content[at] ??= keeper[at];
  for (const { at, keeper } of keepers) {
    for (const [edge, value] of edgesIn(keeper)) {
      const ends = endsOf(value);
      if (!ends.includes(at) || !(edge in base) || decided.has(edge)) continue;
      if (ends.every((end) => end in content)) content[edge] ??= value;
    }
  }
  return content;
}

/** A loop is opened by putting connections back as the head has them. */
export function openLoops(content: Content, head: Content, opened: readonly string[]): Content {
  const kept = Object.entries(content).filter(([at]) => !opened.includes(at));
  const back = Object.entries(head).filter(([at]) => opened.includes(at));
  return withoutTwins(Object.fromEntries([...kept, ...back]), head);
}

/** Of two connections between the same nodes one stays: the one that stood in the head. */
export function withoutTwins(content: Content, head: Content): Content {
  const isFresh = (at: string) => !sameEntry(content[at], head[at]);
  const order = edgesIn(content).sort(
    ([a], [b]) => Number(isFresh(a)) - Number(isFresh(b)) || (a < b ? -1 : 1),
  );
  const stays = new Map<string, string>();
  for (const [at, edge] of order) {
    const ends = endsOf(edge).join(' ');
    if (!stays.has(ends)) stays.set(ends, at);
  }
  const kept = new Set(stays.values());
  return Object.fromEntries(Object.entries(content).filter(([at]) => !isEdge(at) || kept.has(at)));
}
