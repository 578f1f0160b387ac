/** `npm run stress`: the vitest projects with many more cases and rounds (STEMMA_STRESS=1). */
import { readArguments, vitestProjects } from '../lib/test/arguments.mjs';
import { runTests } from '../lib/test/run.mjs';

export function run(args) {
  return runTests(readArguments(args, vitestProjects), { STEMMA_STRESS: '1' });
}
