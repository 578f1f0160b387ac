import type { Dag, DagNode, DagNote } from '../../dag/document';
import type { Json } from '../../json/json';
import type { Pass } from '../matching';
import { matchInPasses } from '../matching';
import { objectOf } from '../objects';
import type { ForeignNode } from './foreign';
import { keptNode } from './node-lens';

type Entry = readonly [id: string, entry: DagNode | DagNote];

const PASSES: readonly Pass<ForeignNode, Entry>[] = [
  { of: ({ id }) => idOf(id), among: ([id, entry]) => [idOf(keptNode(entry)?.id), id] },
  { of: ({ name }) => name, among: ([, entry]) => [foreignNameOf(entry)] },
  { of: ({ name }) => name, among: ([, entry]) => ['name' in entry ? entry.name : undefined] },
];

/**
 * [D6] The id each node of the file had in an earlier version, by position in the file: first by
 * foreign id (for nodes made here: by our own, which is what export wrote), then by name.
 */
export function matchEntries(
  foreign: readonly ForeignNode[],
  existing: Dag | undefined,
): (string | undefined)[] {
  return matchInPasses(foreign, entriesInOrder(existing), PASSES).map((entry) => entry?.[0]);
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

function idOf(id: Json | undefined): string | undefined {
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
}

function foreignNameOf(entry: DagNode | DagNote): string | undefined {
  const name = objectOf(entry.ext?.n8n).name ?? keptNode(entry)?.name;
  return typeof name === 'string' ? name : undefined;
}
