import { type Content, endsOf, type Entry, isEdge, sameEntry } from './content';
import type { Choices, Clash, Sides } from './sides';

export interface JoinedEntry {
  readonly entry: Entry | undefined;
  readonly clashes: readonly Clash[];
}

/** What both sides made of one node or connection; where they clash, what was chosen. */
export function joinEntry(sides: Sides, at: string, choices: Choices): JoinedEntry {
  const [was, is, comes] = [sides.base[at], sides.head[at], sides.incoming[at]];
  const clash = (kind: 'dangling' | 'id_taken' | 'removed') => ({
    entry: sides[choices.get(at) ?? 'head'][at],
    clashes: [`${kind} ${at}` as const],
  });
  if (dangles(sides, at)) return clash('dangling');
  if (sameEntry(was, comes)) return { entry: is, clashes: [] };
  if (sameEntry(was, is) || sameEntry(is, comes)) return { entry: comes, clashes: [] };
  if (was === undefined) return clash('id_taken');
  if (is !== undefined && comes !== undefined) return joinFields({ was, is, comes }, at, choices);
  // What was only moved yields to the removal.
  return sameEntry({ ...was, position: '' }, { ...(is ?? comes), position: '' })
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
