import type { Answer, Operation, Read, Write } from './operation';

/** Writes down what clients do and are told, on one clock: milliseconds since 1970. */
export class Recorder {
  readonly history: Operation[] = [];
  /** Why reads gave nothing. */
  readonly failedReads: string[] = [];
  /** Attempts that wait for their answer at this moment. */
  underway = 0;
  /** Acknowledgements so far. */
  acknowledged = 0;

  /** Records an attempt; `attempt` gives its answer and does not throw. */
  async write(
    about: Pick<Write, 'client' | 'branch' | 'verb' | 'opId'>,
    attempt: () => Promise<Answer>,
  ): Promise<Answer> {
    const invoked = now();
    this.underway += 1;
    const answer = await attempt();
    this.underway -= 1;
    if (answer.status === 'stored') this.acknowledged += 1;
    const answered = answer.status === 'lost' ? Infinity : now();
    this.history.push({ type: 'write', ...about, invoked, answered, answer });
    return answer;
  }

  /** Records a look at a branch; undefined when it fails. */
  async read(
    about: Pick<Read, 'client' | 'branch'>,
    look: () => Promise<Read['seen']>,
  ): Promise<Read['seen'] | undefined> {
    const invoked = now();
    try {
      const seen = await look();
      this.history.push({ type: 'read', ...about, invoked, answered: now(), seen });
      return seen;
    } catch (error) {
      this.failedReads.push(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }
}

/** Finer than a millisecond, and never set back. */
function now(): number {
  return performance.timeOrigin + performance.now();
}
