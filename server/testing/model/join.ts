import { type Content, edgesIn, endsOf, type Entry, hasLoop, isEdge } from './content';

/** Two changes of one content; `head` is what the incoming one is carried onto. */
export interface Sides {
  readonly base: Content;
  readonly head: Content;
  readonly incoming: Content;
}

/** A unit on which both cannot stand, named as the store names it: `field /nodes/a/name`. */
export type Clash = `${'field' | 'removed' | 'id_taken' | 'dangling'} ${string}`;

/** Whose value stands, by unit; the head's when nothing is said. */
export type Choices = ReadonlyMap<string, 'head' | 'incoming'>;

/** A field of an entry that must not have changed. */
export interface Read {
  readonly at: string;
  readonly field: string;
}

export interface Joined {
  readonly content: Content;
  readonly clashes: readonly Clash[];
  /** Connections that are harmless alone close a loop, or one has become its own end. */
  readonly loops: boolean;
}

/** [P6] What both sides made of the base, unit by unit. */
export function join(
  sides: Sides,
  { reads = [], choices = new Map() }: { reads?: readonly Read[]; choices?: Choices } = {},
): Joined {
  const clashes = readClashes(sides, reads);
  const content: Record<string, Entry> = {};
  for (const at of new Set(Object.values(sides).flatMap((side) => Object.keys(side)))) {
    const joined = joinEntry(sides, at, choices);
    if (joined.entry !== undefined) content[at] = joined.entry;
    clashes.push(...joined.clashes);
  }
  keepNodes(sides, content, clashes);
  const single = settleLoops(sides, withoutTwins(content, sides.head), { clashes, choices });
  return { content: single, clashes: outermost(clashes), loops: loopsIn(single) };
}

function readClashes({ base, head }: Sides, reads: readonly Read[]): Clash[] {
  return reads
    .filter(({ at, field }) => base[at]?.[field] !== head[at]?.[field])
    .map(({ at, field }): Clash => `field ${at}/${field}`);
}

interface JoinedEntry {
  readonly entry: Entry | undefined;
  readonly clashes: readonly Clash[];
}

function joinEntry(sides: Sides, at: string, choices: Choices): JoinedEntry {
  const [was, is, comes] = [sides.base[at], sides.head[at], sides.incoming[at]];
  const clash = (kind: 'dangling' | 'id_taken' | 'removed') => ({
    entry: sides[choices.get(at) ?? 'head'][at],
    clashes: [`${kind} ${at}` as const],
  });
  if (dangles(sides, at)) return clash('dangling');
  if (same(was, comes)) return { entry: is, clashes: [] };
  if (same(was, is) || same(is, comes)) return { entry: comes, clashes: [] };
  if (was === undefined) return clash('id_taken');
  if (is !== undefined && comes !== undefined) return joinFields({ was, is, comes }, at, choices);
  // What was only moved yields to the removal.
  return same({ ...was, position: '' }, { ...(is ?? comes), position: '' })
    ? { entry: undefined, clashes: [] }
    : clash('removed');
}

function joinFields(
  { was, is, comes }: { was: Entry; is: Entry; comes: Entry },
  at: string,
  choices: Choices,
): JoinedEntry {
  const entry: Record<string, string> = {};
  const clashes: Clash[] = [];
  for (const field of Object.keys({ ...was, ...is, ...comes })) {
    const unit = `${at}/${field}`;
    let value = was[field] === comes[field] ? is[field] : comes[field];
    if (new Set([was[field], is[field], comes[field]]).size === 3) {
      clashes.push(`field ${unit}`);
      if (choices.get(unit) !== 'incoming') value = is[field];
    }
    if (value !== undefined) entry[field] = value;
  }
  return { entry, clashes };
}

export function sameContent(a: Content, b: Content): boolean {
  return Object.keys({ ...a, ...b }).every((at) => same(a[at], b[at]));
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

/** Who keeps a connection keeps its nodes, and who keeps a node the connections it had. */
function keepNodes(
  { base, head, incoming }: Sides,
  content: Record<string, Entry>,
  clashes: readonly Clash[],
): void {
  const decided = new Set(clashes.map(unitOf));
  const settled = Object.keys(content).filter((at) => decided.has(at));
  const nodes = settled
    .flatMap((at) => (isEdge(at) ? endsOf(content[at] ?? {}) : [at]))
    .filter((at) => at in content === decided.has(at));
  const keepers = nodes.map((at) => ({ at, keeper: at in head ? head : incoming }));
  for (const { at, keeper } of keepers) if (keeper[at]) content[at] ??= keeper[at];
  for (const { at, keeper } of keepers) {
    for (const [edge, value] of edgesIn(keeper)) {
      const ends = endsOf(value);
      if (!ends.includes(at) || !(edge in base) || decided.has(edge)) continue;
      if (ends.every((end) => end in content)) content[edge] ??= value;
    }
  }
}

/** A choice about a connection that clashes with nothing is how a loop is opened. */
function settleLoops(
  { head }: Sides,
  content: Content,
  { clashes, choices }: { clashes: readonly Clash[]; choices: Choices },
): Content {
  const decided = new Set(clashes.map(unitOf));
  const opened = [...choices.keys()].filter((unit) => isEdge(unit) && !decided.has(unit));
  const kept = Object.entries(content).filter(([at]) => !opened.includes(at));
  const back = opened.flatMap((at) => (head[at] === undefined ? [] : [[at, head[at]] as const]));
  return withoutTwins(Object.fromEntries([...kept, ...back]), head);
}

const unitOf = (clash: Clash) => clash.split(' ')[1] ?? '';

/** What is decided with the whole entry is not decided for a field of it as well. */
function outermost(clashes: readonly Clash[]): Clash[] {
  const units = clashes.map(unitOf);
  return [...new Set(clashes)]
    .filter((clash) => !units.some((unit) => clash.includes(` ${unit}/`)))
    .sort();
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
