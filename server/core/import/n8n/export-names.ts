import type { Dag } from '../../dag/document';
import { pushTo } from '../push-to';
import { keptName } from './node-lens';
import { objectOf } from '../objects';

/**
 * The name of each node in n8n, where connections go by name. Names stay as they are, also when two
 * nodes have the same, except that of several connected ones all but one get a number.
 */
export function exportNames(dag: Dag, ids: readonly string[]): ReadonlyMap<string, string> {
  const linked = linkedNodes(dag);
  const names = new Map(ids.map((id) => [id, dag.nodes[id]?.name ?? id]));
  const leftOver = new Set(Object.keys(objectOf(objectOf(dag.ext.n8n).connections)));
  const taken = new Set([...names.values(), ...leftOver]);
  const counters = new Map<string, number>();
  for (const [name, sharing] of shared(names)) {
    const cameWithIt = sharing.filter((id) => isKeptName(dag, id, name));
    const holder = cameWithIt.at(-1) ?? sharing.at(-1);
    const isFree = cameWithIt.length > 0 || !leftOver.has(name);
    for (const id of sharing) {
      if ((id === holder && isFree) || !linked.has(id)) continue;
      names.set(id, freshName(name, taken, counters));
    }
  }
  return names;
}

/** New names by the names the nodes had when they came from n8n. */
export function renames(dag: Dag, names: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const result = new Map<string, string>();
  for (const [id, name] of names) {
    const node = dag.nodes[id];
    const before = node && keptName(node);
    if (before !== undefined && before !== name) result.set(before, name);
  }
  for (const [id, name] of names) {
    const node = dag.nodes[id];
    if (node && keptName(node) === name) result.delete(name);
  }
  return result;
}

function isKeptName(dag: Dag, id: string, name: string): boolean {
  const node = dag.nodes[id];
  return node !== undefined && keptName(node) === name;
}

function linkedNodes(dag: Dag): ReadonlySet<string> {
  const linked = new Set<string>();
  for (const { source, target } of Object.values(dag.edges)) linked.add(source).add(target);
  for (const [id, node] of Object.entries(dag.nodes)) {
    if (objectOf(node.ext?.n8n).connections !== undefined) linked.add(id);
  }
  return linked;
}

function shared(names: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const [id, name] of names) pushTo(groups, name, id);
  return groups;
}

/** `base 1`, `base 2`, …: `last` remembers where the counting stopped. */
function freshName(base: string, taken: Set<string>, last: Map<string, number>): string {
  let count = (last.get(base) ?? 0) + 1;
  while (taken.has(`${base} ${count}`)) count += 1;
  last.set(base, count);
  taken.add(`${base} ${count}`);
  return `${base} ${count}`;
}
