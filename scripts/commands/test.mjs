/** `npm test [-- stage… filter…]`: everything that must hold, ending with one plain line. */
import { readArguments } from '../lib/test/arguments.mjs';
import { runTests } from '../lib/test/run.mjs';

export function run(args) {
  return runTests(readArguments(args));
}
