interface Frame {
  readonly node: string;
  readonly targets: readonly string[];
  next: number;
}

/**
 * The number of the strongly connected component of each node: two nodes have the same when each can
 * be reached from the other. Tarjan's algorithm without recursion, linear in edges.
 */
export function componentsOf(
  nodes: Iterable<string>,
  targetsOf: (node: string) => readonly string[],
): ReadonlyMap<string, number> {
  const search = new Search(targetsOf);
  for (const node of nodes) search.from(node);
  return search.components;
}

class Search {
  readonly components = new Map<string, number>();
  readonly #targetsOf: (node: string) => readonly string[];
  /** When a node was found, and the earliest that is known to be reached from it. */
  readonly #found = new Map<string, number>();
  readonly #low = new Map<string, number>();
  /** Found, but not in a component yet. */
  readonly #open: string[] = [];
  readonly #path: Frame[] = [];

  constructor(targetsOf: (node: string) => readonly string[]) {
    this.#targetsOf = targetsOf;
  }

  from(root: string): void {
    if (!this.#found.has(root)) this.#enter(root);
    for (let frame = this.#path.at(-1); frame !== undefined; frame = this.#path.at(-1)) {
      const target = frame.targets[frame.next];
      frame.next += 1;
      if (target === undefined) this.#leave(frame);
      else if (!this.#found.has(target)) this.#enter(target);
      else if (!this.components.has(target)) this.#reach(frame.node, this.#found.get(target));
    }
  }

  #enter(node: string): void {
    this.#low.set(node, this.#found.size);
    this.#found.set(node, this.#found.size);
    this.#open.push(node);
    this.#path.push({ node, targets: this.#targetsOf(node), next: 0 });
  }

  #leave({ node }: Frame): void {
    this.#path.pop();
    const low = this.#low.get(node);
    const above = this.#path.at(-1);
    if (above !== undefined) this.#reach(above.node, low);
    if (low !== this.#found.get(node)) return;
    for (let member = this.#open.pop(); member !== undefined; member = this.#open.pop()) {
      this.components.set(member, low ?? 0);
      if (member === node) return;
    }
  }

  #reach(node: string, place = Infinity): void {
    this.#low.set(node, Math.min(this.#low.get(node) ?? Infinity, place));
  }
}
