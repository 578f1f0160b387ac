import { entryWords, unitWords, valueWords } from '@/components/editor/conflict/unit-words';
import type { ElsewhereOutput } from '@/server/api/patch/schemas';
import type { Person } from '@/server/api/shared/schemas';
import type { Sides } from '@core/patch/rebase';

type Refused = Extract<ElsewhereOutput, { status: 'conflict' }>;
export type EditConflict = Refused['conflicts'][number];

/** One place where an edit can neither be taken back nor made again, and whose edit is in the way. */
export interface Obstacle {
  /** “Name of Fetch leads” */
  readonly place: string;
  readonly story: string;
  readonly author: Person;
  /** The edit that is in the way, in words. */
  readonly message: string;
}

/** The conflicts of an answer in words; `incoming` is what the edit would have made. */
export function obstaclesOf(conflicts: readonly EditConflict[], sides: Sides): Obstacle[] {
  return conflicts.map((conflict) => ({
    place: unitWords(sides, conflict.unit),
    story: storyOf(conflict, sides),
    author: conflict.theirs.author,
    message: conflict.theirs.message,
  }));
}

function storyOf({ unit, kind, path = [], mine, theirs }: EditConflict, sides: Sides): string {
  const who = theirs.author.name;
  const names = path.map((id) => entryWords(sides, 'nodes', id));
  switch (kind) {
    case 'field': {
      const now = valueWords(sides.head, unit, theirs.value);
      const wanted = valueWords(sides.incoming, unit, mine.value);
      return `${who} set it to ${now}; it would become ${wanted}.`;
    }
    case 'removed':
      return theirs.value === undefined
        ? `${who} deleted it.`
        : `${who} changed it; it would be deleted.`;
    case 'id_taken':
      return `${who} put something else there.`;
    case 'dangling': {
      const isGone = path.some((id) => !Object.hasOwn(sides.head.nodes, id));
      const nodes = [...new Set(names)].join(' and ');
      return isGone ? `${who} deleted ${nodes}.` : `${who} connected ${nodes}, which would go.`;
    }
    case 'cycle':
      return `It would close a loop: ${names.join(' → ')}.`;
  }
}
