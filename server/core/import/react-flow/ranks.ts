import type { Dag } from '../../dag/document';
import type { Json, JsonObject } from '../../json/json';
import { objectOf } from '../objects';
import { inOrder, rankInOrder, type Ranks } from '../order';

/** The two lists of a file; connections that no document may have stand among the edges. */
export const ASIDE = 'aside';
export const BOXES = ['nodes', 'notes', 'groups'] as const;
export const LINKS = ['edges', ASIDE] as const;

export function rankKey(collection: string, id: string): string {
  return `${collection}/${id}`;
}

/** Where entries stand in the file, kept in `ext.flow.order` by collection and id. */
export function readRanks(dag: Dag, list: typeof BOXES | typeof LINKS): Ranks {
  const order = objectOf(objectOf(dag.ext.flow).order);
  const ranks = new Map<string, number>();
  for (const collection of list) {
    for (const [id, rank] of Object.entries(objectOf(order[collection]))) {
      if (typeof rank === 'number') ranks.set(rankKey(collection, id), rank);
    }
  }
  return ranks;
}

export function writeRanks(lists: readonly Ranks[]): JsonObject {
  const order: Record<string, Record<string, Json>> = {};
  for (const [key, rank] of lists.flatMap((ranks) => [...ranks])) {
    const [collection = '', id = ''] = key.split('/');
    (order[collection] ??= {})[id] = rank;
  }
  return order;
}

interface Keyed {
  readonly key: string;
}

/** What is new stands last, by id; new groups stand first, before what they hold. */
export function ranked<T extends Keyed>(items: readonly T[], ranks: Ranks): readonly T[] {
  const byKey = new Map(items.map((item) => [item.key, item]));
  return inOrder(byKey.keys(), placeIn(ranks)).map((key) => byKey.get(key) as T);
}

/** Ranks for this order; those of before where they give it already and nothing new has come. */
export function keepOrder(
  keys: readonly string[],
  { ranks, known }: { readonly ranks: Ranks; readonly known: readonly Keyed[] },
): Ranks {
  const there = new Set(known.map(({ key }) => key));
  const ordered = inOrder(keys, placeIn(ranks));
  const isSame = keys.every((key, i) => there.has(key) && key === ordered[i]);
  return isSame ? ranks : rankInOrder(keys, ranks);
}

function placeIn(ranks: Ranks): (key: string) => number {
  return (key) => ranks.get(key) ?? (key.startsWith(rankKey('groups', '')) ? -Infinity : Infinity);
}
