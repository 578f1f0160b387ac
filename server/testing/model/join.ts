import { type Content, edgesIn, endsOf, type Entry, hasLoop, isEdge } from './content';

/** Two changes of one content; `head` is what the incoming one is carried onto. */
export interface Sides {
  readonly base: Content;
  readonly head: Content;
  readonly incoming: Content;
}

/** A unit on which both cannot stand, named as the store names it: `field /nodes/a/name`. */
export type Clash = `${'field' | 'removed' | 'id_taken' | 'dangling'} ${string}`;

export interface Joined {
  readonly content: Content;
  readonly clashes: readonly Clash[];
  /** Connections that are harmless alone close a loop, or one has become its own end. */
  readonly loops: boolean;
}

/** A field of an entry that must not have changed. */
export interface Read {
  readonly at: string;
  readonly field: string;
}

/** [P6] What both sides made of the base, unit by unit. Where they clash the head's stays. */
export function join(sides: Sides, reads: readonly Read[] = []): Joined {
  const { base, head, incoming } = sides;
  const clashes: Clash[] = reads
    .filter(({ at, field }) => base[at]?.[field] !== head[at]?.[field])
    .map(({ at, field }) => `field ${at}/${field}` as const);
  const content: Record<string, Entry> = {};
  for (const at of new Set([base, head, incoming].flatMap((side) => Object.keys(side)))) {
    const joined = dangles(sides, at)
      ? { entry: head[at], clashes: [`dangling ${at}` as const] }
      : joinEntry(at, { was: base[at], is: head[at], comes: incoming[at] });
    if (joined.entry !== undefined) content[at] = joined.entry;
    clashes.push(...joined.clashes);
  }
  const single = withoutTwins(content, head);
  return { content: single, clashes: outermost(clashes), loops: loopsIn(single) };
}

/** What is decided with the whole entry is not decided for a field of it as well. */
function outermost(clashes: readonly Clash[]): Clash[] {
  const units = clashes.map((clash) => clash.split(' ')[1] ?? '');
  return [...new Set(clashes)]
    .filter((clash) => !units.some((unit) => clash.includes(` ${unit}/`)))
    .sort();
}

interface Three<T> {
  readonly was: T | undefined;
  readonly is: T | undefined;
  readonly comes: T | undefined;
}

function joinEntry(
  at: string,
  { was, is, comes }: Three<Entry>,
): { entry: Entry | undefined; clashes: Clash[] } {
  if (same(was, comes)) return { entry: is, clashes: [] };
  if (same(was, is) || same(is, comes)) return { entry: comes, clashes: [] };
  if (was === undefined) return { entry: is, clashes: [`id_taken ${at}`] };
  const left = is ?? comes;
  if (is === undefined || comes === undefined) {
    if (left !== undefined && same({ ...left, position: '' }, { ...was, position: '' })) {
      return { entry: undefined, clashes: [] };
    }
    return { entry: is, clashes: [`removed ${at}`] };
  }
  const entry: Record<string, string> = {};
  const clashes: Clash[] = [];
  for (const field of new Set([was, is, comes].flatMap((side) => Object.keys(side)))) {
    const taken = was[field] === comes[field] ? is[field] : comes[field];
    const agreed = [was[field], is[field], comes[field]];
    if (new Set(agreed).size === 3) clashes.push(`field ${at}/${field}`);
    const value = new Set(agreed).size === 3 ? is[field] : taken;
    if (value !== undefined) entry[field] = value;
  }
  return { entry, clashes };
}

function same(a: Entry | undefined, b: Entry | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  const fields = Object.keys(a);
  return fields.length === Object.keys(b).length && fields.every((field) => a[field] === b[field]);
}

/** Whether one side made or moved this connection to a node that the other side took away. */
function dangles({ base, head, incoming }: Sides, at: string): boolean {
  if (!isEdge(at)) return false;
  const reaches = (side: Content, other: Content) => {
    const [edge, was] = [side[at], base[at]];
    if (edge === undefined) return false;
    const before = was === undefined ? [] : endsOf(was);
    return endsOf(edge).some((end, n) => end !== before[n] && end in base && !(end in other));
  };
  return reaches(incoming, head) || reaches(head, incoming);
}

/** Of two connections between the same nodes one stays: the one that stood in the head. */
function withoutTwins(content: Content, head: Content): Content {
  const kept = new Map<string, string>();
  const isFresh = (at: string) => !same(content[at], head[at]);
  const order = edgesIn(content).sort(
    ([a], [b]) => Number(isFresh(a)) - Number(isFresh(b)) || (a < b ? -1 : 1),
  );
  for (const [at, edge] of order) {
    const ends = endsOf(edge).join(' ');
    if (!kept.has(ends)) kept.set(ends, at);
  }
  const stays = new Set(kept.values());
  return Object.fromEntries(Object.entries(content).filter(([at]) => !isEdge(at) || stays.has(at)));
}

function loopsIn(content: Content): boolean {
  return hasLoop(edgesIn(content).map(([, edge]) => endsOf(edge)));
}
