import type { DagEdge } from './document';

/**
 * A directed cycle reachable from `roots` as a path of node ids, the first repeated at the end, or
 * undefined. Feedback edges are left out. Iterative depth-first search, linear in what it reaches.
 */
export function findCycle(edges: Iterable<DagEdge>, roots: Iterable<string>): string[] | undefined {
  return cycles(edges, roots).next().value ?? undefined;
}

/** The same for several cycles that have no node in common; none only when there is no cycle. */
export function findCycles(edges: Iterable<DagEdge>, roots: Iterable<string>): string[][] {
  return [...cycles(edges, roots)];
}

function* cycles(
  edges: Iterable<DagEdge>,
  roots: Iterable<string>,
): Generator<string[], undefined> {
  const next = successors(edges);
  const done = new Set<string>();
  for (const root of roots) yield* cyclesFrom(root, next, done);
}

/** A shortest way from one node to another along edges, both ends included. */
export function findPath(edges: Iterable<DagEdge>, from: string, to: string): string[] | undefined {
  const next = successors(edges);
  const cameFrom = new Map<string, string>([[from, from]]);
  const queue = [from];
  // The list grows while it is walked; nothing is taken from its front, which would be quadratic.
  for (const current of queue) {
    if (current === to) return trail(cameFrom, from, to);
    for (const target of next.get(current) ?? []) {
      if (cameFrom.has(target)) continue;
      cameFrom.set(target, current);
      queue.push(target);
    }
  }
  return undefined;
}

function trail(cameFrom: ReadonlyMap<string, string>, from: string, to: string): string[] {
  const path = [to];
  for (let at = to; at !== from;) {
    at = cameFrom.get(at) ?? from;
    path.push(at);
  }
  return path.reverse();
}

function successors(edges: Iterable<DagEdge>): Map<string, string[]> {
  const next = new Map<string, string[]>();
  for (const edge of edges) {
    if (edge.feedback === true) continue;
    const targets = next.get(edge.source);
    if (targets === undefined) next.set(edge.source, [edge.target]);
    else targets.push(edge.target);
  }
  return next;
}

function* cyclesFrom(
  root: string,
  next: ReadonlyMap<string, readonly string[]>,
  done: Set<string>,
): Generator<string[], undefined> {
  if (done.has(root)) return;
  const onPath = new Set([root]);
  const stack = [{ id: root, index: 0 }];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const target = next.get(top.id)?.[top.index];
    top.index += 1;
    if (target === undefined) {
      done.add(top.id);
      onPath.delete(top.id);
      stack.pop();
    } else if (onPath.has(target)) {
      const ids = stack.splice(stack.findIndex(({ id }) => id === target)).map(({ id }) => id);
      yield [...ids, target];
      for (const id of ids) {
        done.add(id);
        onPath.delete(id);
      }
    } else if (!done.has(target)) {
      onPath.add(target);
      stack.push({ id: target, index: 0 });
    }
  }
}
