import { logger } from '../config/logger';
import { newId } from '../db/uuid';

export interface Periodic {
  /** Resolves once the run under way has ended; it is told by its signal to be brief. */
  readonly stop: () => Promise<void>;
}

export interface Pace {
  readonly name: string;
  /** Pause between the end of one run and the begin of the next. */
  readonly pauseMs: number;
}

const LONGEST_PAUSE_MS = 60_000;

/**
 * Runs `work` again and again, the first time at once. A run that fails is logged, once until one
 * succeeds again, and the pauses grow meanwhile.
 */
export function periodically(
  { name, pauseMs }: Pace,
  work: (signal: AbortSignal) => Promise<void>,
): Periodic {
  const ending = new AbortController();
  let failures = 0;
  let wake = (): void => {};

  const attempt = async (): Promise<void> => {
    try {
      await work(ending.signal);
      if (failures > 0) logger().info({ work: name, failures }, 'Works again');
      failures = 0;
    } catch (error) {
      failures += 1;
      if (failures > 1) return;
      logger().error({ err: error, work: name, correlation: newId() }, 'Background work failed');
    }
  };
  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      const grown = Math.min(pauseMs * 2 ** Math.min(failures, 10), LONGEST_PAUSE_MS);
      // A little different each time, so that several workers do not march in step.
      const timer = setTimeout(resolve, Math.max(pauseMs, grown) * (0.9 + Math.random() * 0.2));
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const loop = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      await attempt();
      if (!ending.signal.aborted) await pause();
    }
  };

  const running = loop();
  return {
    stop: () => {
      ending.abort();
      wake();
      return running;
    },
  };
}
