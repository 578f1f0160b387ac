const EVERY_MS = 5 * 60_000;

/** When each project is to be looked through as a whole again; a project not seen before, at once. */
export class Sweeps {
  readonly #doneAt = new Map<string, number>();

  isDue(projectId: string, now: number): boolean {
    const doneAt = this.#doneAt.get(projectId);
    return doneAt === undefined || now - doneAt >= EVERY_MS;
  }

  done(projectId: string, now: number): void {
    this.#doneAt.set(projectId, now);
  }
}
