import type { Position } from '../../dag/document';
import type { Json, JsonObject } from '../../json/json';
import { isJsonObject } from '../../json/json';
import { objectOf } from '../objects';
import { ORIGIN, toAbsolute } from '../place';
import type { ForeignFlow } from './foreign';
import { idKey, OWN_PREFIX } from './foreign';

/** What stands on the canvas is a node of the file, and a node, a note or a group here. */
export type BoxCollection = 'nodes' | 'notes' | 'groups';

export const PARENT_FIELDS = ['parentId', 'parentNode'] as const;

export interface Parent {
  /** Its place in the file. */
  readonly index: number;
  /** The member that names it. */
  readonly field: (typeof PARENT_FIELDS)[number];
}

export interface Box {
  readonly foreign: JsonObject;
  readonly collection: BoxCollection;
  readonly parent: Parent | undefined;
  /** The parent became a group that this box is in. */
  readonly isMember: boolean;
  /** On the canvas; undefined when the file gives no place that numbers can say. */
  readonly absolute: Position | undefined;
}

export const OWN_NOTE = `${OWN_PREFIX}note`;
export const STICKY_NOTE = 'stickyNote';
export const GROUP = 'group';

export function readBoxes({ nodes, edges = [] }: ForeignFlow): readonly Box[] {
  // Of nodes with one id React Flow sees the last.
  const byId = new Map(nodes.map((node, i) => [idKey(node.id), i]));
  const parents = withoutRings(nodes.map((node) => parentOf(node, byId)));
  const linked = new Set(edges.filter(isJsonObject).flatMap((edge) => [edge.source, edge.target]));
  const collections = nodes.map((node, i) => {
    const isFree = !linked.has(node.id ?? null);
    if (isFree && isNote(node)) return 'notes';
    return isFree && node.type === GROUP && parents[i] === undefined ? 'groups' : 'nodes';
  });
  const places = absolutes(nodes, parents);
  return nodes.map((foreign, i) => {
    const collection = collections[i] ?? 'nodes';
    const parent = parents[i];
    const inGroup = parent !== undefined && collections[parent.index] === 'groups';
    const isMember = inGroup && collection === 'nodes';
    return { foreign, collection, parent, isMember, absolute: places[i] };
  });
}

/** `x` and `y` of a value that has both. */
export function readPosition(value: Json | undefined): Position | undefined {
  const { x, y } = objectOf(value);
  return typeof x === 'number' && typeof y === 'number' ? { x, y } : undefined;
}

function isNote({ type, data }: JsonObject): boolean {
  if (type === OWN_NOTE) return typeof objectOf(data).label === 'string';
  return type === STICKY_NOTE && typeof objectOf(objectOf(data).inputs).note === 'string';
}

function parentOf(
  node: JsonObject,
  byId: ReadonlyMap<string | undefined, number>,
): Parent | undefined {
  for (const field of PARENT_FIELDS) {
    const key = idKey(node[field]);
    const index = key === undefined ? undefined : byId.get(key);
    if (index !== undefined) return { index, field };
  }
  return undefined;
}

type Parents = readonly (Parent | undefined)[];

/** Whoever hangs on a ring of parents has none. */
function withoutRings(parents: Parents): Parents {
  const ends = new Map<number, boolean>();
  return parents.map((parent, i) => {
    const chain = new Set<number>();
    let at: number | undefined = i;
    while (at !== undefined && !ends.has(at) && !chain.has(at)) {
      chain.add(at);
      at = parents[at]?.index;
    }
    const sound = at === undefined || ends.get(at) === true;
    for (const link of chain) ends.set(link, sound);
    return sound ? parent : undefined;
  });
}

/** Positions summed up from the outermost parent inwards, as React Flow does. */
function absolutes(nodes: readonly JsonObject[], parents: Parents): (Position | undefined)[] {
  const known = new Map<number, Position>();
  const owns = nodes.map(({ position }) => readPosition(position));
  return owns.map((own, i) => {
    const chain: number[] = [];
    let at: number | undefined = i;
    while (at !== undefined && !known.has(at)) {
      chain.push(at);
      at = parents[at]?.index;
    }
    let place = (at === undefined ? undefined : known.get(at)) ?? ORIGIN;
    for (const link of chain.reverse()) {
      // What has no place has none here either, so those inside are counted from the origin.
      place = owns[link] === undefined ? ORIGIN : toAbsolute(owns[link], place);
      known.set(link, place);
    }
    return own !== undefined && Number.isFinite(place.x) && Number.isFinite(place.y)
      ? place
      : undefined;
  });
}
