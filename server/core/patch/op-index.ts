import type { Op } from './ops';
import { prefixesOf } from './pointer';

/** Ops by path, so that those which touch a pointer are found without looking at the others. */
export class OpIndex {
  readonly #at = new Map<string, Op[]>();
  readonly #under = new Map<string, Op[]>();

  constructor(ops: readonly Op[]) {
    for (const op of ops) {
      push(this.#at, op.path, op);
      for (const above of prefixesOf(op.path)) push(this.#under, above, op);
    }
  }

  /** Ops whose path is the pointer or lies above it. */
  covering(pointer: string): Op[] {
    return [pointer, ...prefixesOf(pointer)].flatMap((above) => this.#at.get(above) ?? []);
  }

  /** [P6] Ops whose path equals the pointer, contains it or lies under it. */
  touching(pointer: string): Op[] {
    return [...this.covering(pointer), ...(this.#under.get(pointer) ?? [])];
  }
}

function push(map: Map<string, Op[]>, key: string, op: Op): void {
  const ops = map.get(key);
  if (ops === undefined) map.set(key, [op]);
  else ops.push(op);
}
