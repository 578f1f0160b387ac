import type { Dag } from '../dag/document';
import { shorten } from '../shorten';
import { applyPatch } from './apply-patch';
import { type Change, changeOf, type Verb } from './change-words';
import { compare } from './compare';
import type { Op } from './ops';

const MAX_LENGTH = 200;

/**
 * [P3] What a patch does, in words: “Move Fetch leads”, “Connect Fetch leads → Score”. Told from its
 * effect, so that ops which only prepare others leave no trace. Throws when the ops do not apply.
 */
export function messageFromOps(before: Dag, ops: readonly Op[]): string {
  return messageFromChange(before, applyPatch(before, ops));
}

/** The same for who has the document after the patch already. */
export function messageFromChange(before: Dag, after: Dag): string {
  const changes = compare(before, after).map((op) => changeOf({ before, after }, op));
  const first = Math.min(...new Set(changes.map(weight)));
  const lead = changes.find((change) => weight(change) === first);
  if (lead === undefined) return 'No change';
  const isAlike = ({ verb, noun }: Change) => verb === lead.verb && noun === lead.noun;
  const alike = changes.filter(isAlike);
  const more = changes.some((change) => !isAlike(change) && weight(change) < CONNECTING);
  const text = `${sentence(lead, alike)}${more ? ' and more' : ''}`;
  return shorten(text.replace(/\s+/g, ' '), MAX_LENGTH);
}

const NOUNS = ['node', 'group', 'note', 'setting', 'connection'];

const CONNECTING = 3 * NOUNS.length;

const LIGHT: Readonly<Partial<Record<Verb, number>>> = {
  Connect: CONNECTING,
  Reconnect: CONNECTING + 1,
  Disconnect: CONNECTING + 2,
  Move: CONNECTING + 3,
  Resize: CONNECTING + 4,
  Collapse: CONNECTING + 5,
  Expand: CONNECTING + 5,
};

/** What says most comes first: a node that goes says more than the connections that go with it. */
function weight({ verb, noun }: Change): number {
  const whole = verb === 'Add' || verb === 'Delete';
  const block = whole ? 0 : verb === 'Rename' ? 1 : 2;
  return LIGHT[verb] ?? block * NOUNS.length + NOUNS.indexOf(noun);
}

function sentence({ verb, noun, name }: Change, alike: readonly Change[]): string {
  const count = new Set(alike.map(({ entry }) => entry)).size;
  const what = count > 1 ? `${count} ${noun}s` : name;
  const details = [...new Set(alike.map(({ detail }) => detail))];
  const [detail, second] = details;
  switch (verb) {
    case 'Rename':
      return count > 1 ? `Rename ${what}` : `Rename ${what} to ${detail ?? ''}`;
    case 'Change':
      if (detail === undefined || details.length > 2) return `Change ${what}`;
      if (second === undefined) return `Change ${detail} of ${what}`;
      return count > 1 ? `Change ${what}` : `Change ${detail} and ${second} of ${what}`;
    case 'Move':
      return [verb, what, ...commonPlace(alike)].join(' ');
    case 'Connect':
    case 'Disconnect':
    case 'Reconnect':
      return count > 1 ? `${MANY[verb]} ${what}` : `${verb} ${what}`;
    default:
      return `${verb} ${what}`;
  }
}

const MANY = { Connect: 'Make', Disconnect: 'Remove', Reconnect: 'Change' } as const;

/** Into or out of one group, when that is what all the moves have in common. */
function commonPlace(moves: readonly Change[]): string[] {
  const places = new Map<string, string>();
  for (const { entry, detail } of moves) if (detail !== undefined) places.set(entry, detail);
  const [place, other] = new Set(places.values());
  const all = places.size === new Set(moves.map(({ entry }) => entry)).size;
  return place !== undefined && other === undefined && all ? [place] : [];
}
