import { compare } from '@core/patch/compare';
import { isWithin } from '@core/patch/pointer';
import type { Sides } from '@core/patch/rebase';
import type { Conflict } from '@core/version/conflict';
import { entryWords, fieldWords, unitWords } from './unit-words';
import type { Who } from './who';

/** A conflict in plain words. */
export interface ConflictWords {
  readonly title: string;
  /** What both did, where it is more than two values of one field. */
  readonly story?: string;
  /** What a choice does, where it does more than put a value there. */
  readonly mine?: string;
  readonly theirs?: string;
}

/** The conflict as the person sees it: theirs is the head’s side, mine the incoming one. */
export function conflictWords(conflict: Conflict, sides: Sides, they: Who): ConflictWords {
  const title = unitWords(sides, conflict.unit);
  switch (conflict.kind) {
    case 'field':
      return { title };
    case 'removed':
      return { title, ...removedWords(conflict, sides, they) };
    case 'id_taken':
      return { title, ...takenWords(conflict, they) };
    case 'dangling':
      return { title, ...danglingWords(conflict, sides, they) };
    case 'cycle':
      return { title, ...loopWords(conflict, sides, they) };
  }
}

function removedWords({ unit, incoming }: Conflict, sides: Sides, they: Who) {
  const name = unitWords(sides, unit);
  if (incoming === undefined) {
    return {
      story: `You deleted ${name}; ${they.subject} changed ${changedIn(sides, 'head', unit)}.`,
      mine: 'Delete it',
      theirs: 'Keep it, with those changes',
    };
  }
  return {
    story: `${upperFirst(they.subject)} deleted ${name}; you changed ${changedIn(sides, 'incoming', unit)}.`,
    mine: 'Keep it, with your changes',
    theirs: 'Leave it deleted',
  };
}

/** “its address and name” */
function changedIn(sides: Sides, side: 'head' | 'incoming', unit: string): string {
  const fields = compare(sides.base, sides[side])
    .filter(({ path }) => isWithin(path, unit) && path !== unit)
    .map(({ path }) => lowerFirst(fieldWords(sides, path) ?? ''));
  const [first, second, ...others] = new Set(fields);
  if (first === undefined) return 'it';
  if (second === undefined) return `its ${first}`;
  return others.length === 0 ? `its ${first} and ${second}` : `its ${first}, ${second} and more`;
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function takenWords({ unit }: Conflict, they: Who) {
  if (unit.startsWith('/edges/')) {
    return {
      story: `You and ${they.subject} made the same connection, each in another way.`,
      mine: 'Your connection',
      theirs: upperFirst(`${they.of} connection`),
    };
  }
  return { story: `You and ${they.subject} each added one under the same id; one can stay.` };
}

function danglingWords({ unit, path }: Conflict, sides: Sides, they: Who) {
  const ids = [...new Set(path)];
  const names = ids.map((id) => entryWords(sides, 'nodes', id)).join(' and ');
  const connection = unitWords(sides, unit);
  const mineGone = ids.some((id) => !Object.hasOwn(sides.incoming.nodes, id));
  if (mineGone) {
    return {
      story: `You deleted ${names}; ${they.subject} connected ${connection}.`,
      mine: `Leave ${names} deleted, without the connection`,
      theirs: `Bring ${names} back, with the connection`,
    };
  }
  return {
    story: `You connected ${connection}; ${they.subject} deleted ${names}.`,
    mine: `Bring ${names} back, with the connection`,
    theirs: `Leave ${names} deleted, without the connection`,
  };
}

function loopWords({ unit, against, path = [] }: Conflict, sides: Sides, they: Who) {
  const loop = path.map((id) => entryWords(sides, 'nodes', id)).join(' → ');
  const theirs = against.map((other) => unitWords(sides, other)).join(' and ');
  return {
    story: `Your ${unitWords(sides, unit)} and ${they.of} ${theirs} close a loop: ${loop}.`,
    mine: `Keep yours, without ${theirs}`,
    theirs: 'Leave your connection out',
  };
}

/** Whether the person can write another value than either: it is text or a number. */
export function isPlain({ kind, head, incoming }: Conflict): boolean {
  const value = incoming ?? head;
  return kind === 'field' && (typeof value === 'string' || typeof value === 'number');
}
