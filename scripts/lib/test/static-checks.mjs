/** Lint, types and borders: light, so they share the machine and print when done. */
import { existsSync } from 'node:fs';
import { inRoot } from '../paths.mjs';
import { note, seconds } from '../say.mjs';
import { single } from './tally.mjs';
import { runTool, testEnvironment } from './tool.mjs';

const rooms = ['app', 'components', 'server', 'migrations', 'cli', 'bench', 'e2e', 'faults'];

const checks = {
  lint: () => ['eslint/bin/eslint.js', '.', '--max-warnings', '0'],
  types: () => ['ts7/bin/tsc', '--noEmit'],
  borders: () => [
    'dependency-cruiser/bin/dependency-cruise.mjs',
    '--config',
    '.dependency-cruiser.cjs',
    ...rooms.filter((room) => existsSync(inRoot(room))),
  ],
};

/** Results of the wanted checks. Lint is the slow one: the other two run beside it. */
export async function runStaticChecks(stages) {
  const wanted = Object.keys(checks).filter((stage) => stages.includes(stage));
  if (wanted.length === 0) return [];
  await makeRouteTypes();
  const beside = wanted.filter((stage) => stage !== 'lint');
  const [lint, others] = await Promise.all([
    wanted.includes('lint') ? runCheck('lint') : undefined,
    inTurn(beside, runCheck),
  ]);
  return [...(lint ? [lint] : []), ...others];
}

async function runCheck(stage) {
  const begin = performance.now();
  const [program, ...args] = checks[stage]();
  const { ok, output } = await runTool(program, args, { env: testEnvironment(), quiet: true });
  if (!ok) process.stdout.write(`${output.trimEnd()}\n`);
  note(stage, `${ok ? 'passed' : 'FAILED'} (${seconds(performance.now() - begin)})`);
  return single(stage, ok, output);
}

/** Next writes the types of routes and pages that the compiler needs; a failure shows in the checks themselves. */
async function makeRouteTypes() {
  const env = testEnvironment({ STEMMA_NEXT_DIR: '.test/next' });
  await runTool('next/dist/bin/next', ['typegen'], { env, quiet: true });
}

async function inTurn(items, work) {
  const results = [];
  for (const item of items) results.push(await work(item));
  return results;
}
