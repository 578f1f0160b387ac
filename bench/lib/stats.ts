/** Times of one variant, in milliseconds. */
export class Samples {
  readonly #values: number[] = [];

  add(milliseconds: number): void {
    this.#values.push(milliseconds);
  }

  get count(): number {
    return this.#values.length;
  }

  get median(): number {
    return this.#quantile(0.5);
  }

  get p95(): number {
    return this.#quantile(0.95);
  }

  get longest(): number {
    return this.#quantile(1);
  }

  #quantile(share: number): number {
    const sorted = [...this.#values].sort((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  }
}

/** Runs `work` and adds how long it took. */
export async function timed<T>(samples: Samples, work: () => Promise<T> | T): Promise<T> {
  const start = performance.now();
  const result = await work();
  samples.add(performance.now() - start);
  return result;
}

/** Takes one turn of every variant after another, so that a busy moment hits them all alike. */
export async function interleave(
  rounds: number,
  variants: readonly (() => Promise<void>)[],
): Promise<void> {
  for (let round = 0; round < rounds; round += 1) for (const variant of variants) await variant();
}
