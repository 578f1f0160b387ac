import { type Content, edgesIn, endsOf, type Entry, hasLoop, sameContent } from './content';
import { joinEntry } from './join-entry';
import { keepNodes, openLoops, withoutTwins } from './settle';
import type { Choices, Clash, Read, Sides } from './sides';

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
  const decided = new Set(clashes.map(unitOf));
  const kept = withoutTwins(keepNodes(sides, content, decided), sides.head);
  const opened = [...choices.keys()].filter((unit) => !decided.has(unit));
  const open = openLoops(kept, sides.head, opened);
  const loops = hasLoop(edgesIn(open).map(([, edge]) => endsOf(edge)));
  return { content: open, clashes: outermost(clashes), loops };
}

/** Why nothing is stored; undefined when something is. */
export function outcomeOf(
  { content, clashes, loops }: Joined,
  head: Content,
): 'conflict' | 'unchanged' | undefined {
  if (clashes.length > 0 || loops) return 'conflict';
  return sameContent(content, head) ? 'unchanged' : undefined;
}

function readClashes({ base, head }: Sides, reads: readonly Read[]): Clash[] {
  return reads
    .filter(({ at, field }) => base[at]?.[field] !== head[at]?.[field])
    .map(({ at, field }): Clash => `field ${at}/${field}`);
}

/** What is decided with the whole entry is not decided for a field of it as well. */
function outermost(clashes: readonly Clash[]): Clash[] {
  const units = clashes.map(unitOf);
  return [...new Set(clashes)]
    .filter((clash) => !units.some((unit) => clash.includes(` ${unit}/`)))
    .sort();
}

function unitOf(clash: Clash): string {
  return clash.split(' ')[1] ?? '';
}
