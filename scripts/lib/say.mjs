/** What the user reads: progress lines, and expected failures in words instead of stacks. */

/** An expected failure. Its message is written for the person who typed the command. */
export class Problem extends Error {
  name = 'Problem';
}

let quiet = false;
let out = process.stdout;

/** Keeps stdout for the command's own output; progress goes to stderr, or nowhere when quiet. */
export function keepStdoutClean(options = { quiet: true }) {
  out = process.stderr;
  quiet = options.quiet;
}

/** The stream that install and build output may use. */
export function progressFd() {
  return out === process.stdout ? 1 : 2;
}

/** One line of progress. */
export function say(text) {
  if (!quiet) out.write(`${text}\n`);
}

/** One progress line named after the step it belongs to. */
export function note(step, text) {
  say(`${step.padEnd(9)} ${text}`);
}

/** Runs a step and says how long it took; the step may return a few words to show. */
export async function step(name, work) {
  const begin = performance.now();
  const result = await work();
  const words = typeof result === 'string' ? result : (result?.words ?? 'done');
  note(name, `${words} (${seconds(performance.now() - begin)})`);
  return result;
}

/** Milliseconds as the user reads them. */
export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** An expected failure shows its words, a defect its stack. */
export function explain(error) {
  const text = error instanceof Problem ? error.message : (error?.stack ?? String(error));
  process.stderr.write(`\n${text}\n`);
}
