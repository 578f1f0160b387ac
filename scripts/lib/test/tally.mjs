/** Counts of all stages, and the one plain line at the end. */
import { stripVTControlCharacters } from 'node:util';

/** A stage's result: numbers, and `failures` as `{ title, detail }`. */
export function emptyResult(stage) {
  return { stage, passed: 0, failed: 0, skipped: 0, failures: [] };
}

/** One check that is either fine or not. */
export function single(stage, ok, detail = '') {
  const result = emptyResult(stage);
  if (ok) result.passed = 1;
  else addFailure(result, stage, detail);
  return result;
}

/** Counts one failure. */
export function addFailure(result, title, detail = '') {
  result.failed += 1;
  result.failures.push({ title, detail });
}

/** A stage that ends badly without naming a failed test counts as one failure. */
export function settle(result, ok, words) {
  if (!ok && result.failed === 0) addFailure(result, result.stage, words);
  return result;
}

/** The failures once more, then the last line. Gives the exit code. */
export function report(results) {
  const failures = results.flatMap(({ stage, failures: own }) =>
    own.map((one) => ({ stage, ...one })),
  );
  if (failures.length > 0) print('\nFailures');
  for (const { stage, title, detail } of failures) {
    print(`\n✗ ${stage === title ? stage : `${stage}: ${title}`}`);
    if (detail) print(shorten(detail).replace(/^/gm, '    '));
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : '';
  print(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped}`);
  return sum('failed') > 0 ? 1 : 0;
}

function shorten(text, limit = 30) {
  const lines = stripVTControlCharacters(text).trim().split('\n');
  const rest = lines.length - limit;
  return [...lines.slice(0, limit), ...(rest > 0 ? [`… ${rest} more lines above`] : [])].join('\n');
}

function print(text) {
  process.stdout.write(`${text}\n`);
}
