/** A test run: every wanted stage, whatever became of the earlier ones, then the sum. */
import { ensureInstalled } from '../install.mjs';
import { checkLibc, checkPlatform } from '../platform.mjs';
import { explain, Problem, say } from '../say.mjs';
import { vitestProjects } from './arguments.mjs';
import { runE2e } from './e2e.mjs';
import { runFaults } from './faults.mjs';
import { runStaticChecks } from './static-checks.mjs';
import { report, single } from './tally.mjs';
import { stopTools } from './tool.mjs';
import { runVitest } from './vitest.mjs';

/** Gives the exit code; the last line printed is `N passed, N failed`. */
export async function runTests({ stages, filters }, extraEnv = {}) {
  checkPlatform();
  checkLibc({});
  const stop = stopOnSignal();
  await ensureInstalled({ tools: true });
  const projects = vitestProjects.filter((name) => stages.includes(name));
  const results = [];
  const stage = async (name, work) => {
    if (!stop.asked()) results.push(...(await guarded(name, work)));
  };
  await stage('checks', () => runStaticChecks(stages));
  if (projects.length > 0)
    await stage('vitest', async () => [await runVitest(projects, filters, extraEnv)]);
  if (stages.includes('faults'))
    await stage('faults', async () => [await runFaults(filters, extraEnv)]);
  if (stages.includes('e2e')) await stage('e2e', async () => [await runE2e(filters)]);
  if (stop.asked()) results.push(single('run', false, 'Interrupted.'));
  return report(results);
}

/** A stage that crashes is one failure, not the end of the run. */
async function guarded(name, work) {
  try {
    return await work();
  } catch (error) {
    explain(error);
    return [
      single(name, false, error instanceof Problem ? error.message : String(error?.stack ?? error)),
    ];
  }
}

function stopOnSignal() {
  let asked = false;
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(name, () => {
      if (!asked) say('\nStopping.');
      asked = true;
      stopTools();
    });
  }
  return { asked: () => asked };
}
