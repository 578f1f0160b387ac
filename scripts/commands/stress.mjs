/** `npm run stress`: tests with many more cases, rounds and kills (STEMMA_STRESS=1). */
import { readArguments, stressStages } from '../lib/test/arguments.mjs';
import { runTests } from '../lib/test/run.mjs';

export function run(args) {
  return runTests(readArguments(args, stressStages), { STEMMA_STRESS: '1' });
}
