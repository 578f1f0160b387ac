import type { Dag, DagNode, DagNote } from '../../dag/document';
import type { Json } from '../../json/json';
import { pushTo } from '../push-to';
import { objectOf } from './foreign';
import type { ForeignNode } from './foreign';
import { keptNode } from './node-lens';

/** Entries of the earlier version, in the order they had in its file. */
type Entry = readonly [id: string, entry: DagNode | DagNote];

/**
 * [D6] The id each node of the file had in an earlier version, by position in the file: first by
 * foreign id (for nodes made here: by our own, which is what export wrote), then by name.
 */
export function matchEntries(
  foreign: readonly ForeignNode[],
  existing: Dag | undefined,
): (string | undefined)[] {
  const matches: (string | undefined)[] = foreign.map(() => undefined);
  const entries = entriesInOrder(existing);
  const free = new Set(entries.map(([id]) => id));
  const passes = [
    indexBy(entries, ([id, entry]) => [foreignIdOf(entry), id]),
    indexBy(entries, ([, entry]) => [foreignNameOf(entry)]),
    indexBy(entries, ([, entry]) => ['name' in entry ? entry.name : undefined]),
  ];
  for (const [pass, index] of passes.entries()) {
    for (const [i, node] of foreign.entries()) {
      if (matches[i] !== undefined) continue;
      const key = pass === 0 ? node.id : node.name;
      if (typeof key !== 'string' && typeof key !== 'number') continue;
      const id = nextFree(index.get(String(key)), free);
      if (id === undefined) continue;
      free.delete(id);
      matches[i] = id;
    }
  }
  return matches;
}

function entriesInOrder(existing: Dag | undefined): readonly Entry[] {
  if (existing === undefined) return [];
  const { order } = objectOf(existing.ext.n8n);
  const places = new Map(Array.isArray(order) ? order.map((id: Json, i) => [id, i]) : []);
  const entries = [...Object.entries(existing.nodes), ...Object.entries(existing.notes)];
  return entries.sort(
    ([a], [b]) => (places.get(a) ?? Infinity) - (places.get(b) ?? Infinity) || (a < b ? -1 : 1),
  );
}

/** Ids of edges by their ends and ports. */
export function edgeIndex(dag: Dag | undefined): ReadonlyMap<string, string> {
  const index = new Map<string, string>();
  for (const [id, edge] of Object.entries(dag?.edges ?? {})) index.set(edgeKey(edge), id);
  return index;
}

export interface EdgeEnds {
  readonly source: string;
  readonly sourcePort?: string;
  readonly target: string;
  readonly targetPort?: string;
}

export function edgeKey({ source, sourcePort, target, targetPort }: EdgeEnds): string {
  return JSON.stringify([source, sourcePort ?? 'out', target, targetPort ?? 'in']);
}

/** The first that no node of the file has yet; those before it are done with for good. */
function nextFree(candidates: string[] | undefined, free: ReadonlySet<string>): string | undefined {
  for (let id = candidates?.pop(); id !== undefined; id = candidates?.pop()) {
    if (free.has(id)) return id;
  }
  return undefined;
}

/** Ids by key, the first in the file last, where `nextFree` takes them from. */
function indexBy(
  entries: readonly Entry[],
  keysOf: (entry: Entry) => readonly (string | undefined)[],
): ReadonlyMap<string, string[]> {
  const index = new Map<string, string[]>();
  for (const entry of entries.toReversed()) {
    for (const key of keysOf(entry)) {
      if (key !== undefined) pushTo(index, key, entry[0]);
    }
  }
  return index;
}

function foreignIdOf(entry: DagNode | DagNote): string | undefined {
  const id = keptNode(entry)?.id;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
}

function foreignNameOf(entry: DagNode | DagNote): string | undefined {
  const name = objectOf(entry.ext?.n8n).name ?? keptNode(entry)?.name;
  return typeof name === 'string' ? name : undefined;
}
