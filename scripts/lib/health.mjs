/** Waits for the application's first answer. */
import { Problem, seconds } from './say.mjs';
import { until } from './processes.mjs';

/** The health answer's JSON once it is 200; gives up in words, or when `abandoned()` turns true (undefined). */
export async function waitForHealth(url, abandoned, patience = 120_000) {
  let last = 'no answer';
  const answer = await until(patience, async () => {
    if (abandoned()) return 'abandoned';
    try {
      const response = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(10_000) });
      if (response.status === 200) return { body: await response.json() };
      last = `status ${response.status}`;
    } catch (error) {
      last = error.cause?.code ?? error.message;
    }
    return undefined;
  });
  if (answer === undefined) {
    throw new Problem(
      `The application did not become healthy within ${seconds(patience)}: ${last}.`,
    );
  }
  return answer === 'abandoned' ? undefined : answer.body;
}
