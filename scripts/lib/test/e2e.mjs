/** The browser tests, against the product started the way users start it. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../build.mjs';
import { ensureBundles } from '../bundle.mjs';
import { runningApp } from '../data-dir.mjs';
import { readJson } from '../files.mjs';
import { withLock } from '../lock.mjs';
import { inRoot } from '../paths.mjs';
import { removeCluster } from '../pg/remove.mjs';
import { freePort } from '../port.mjs';
import { isAlive, signal, until } from '../processes.mjs';
import { note, Problem } from '../say.mjs';
import { ensureBrowser } from './browser.mjs';
import { addFailure, emptyResult, settle, single } from './tally.mjs';
import { runTool, testEnvironment } from './tool.mjs';
import { resultsFolder } from './vitest.mjs';

const folders = { data: '.test/data', next: '.test/next', dist: '.test/dist' };

/** The browser tests' result, on an empty data folder. One such run at a time per checkout. */
export async function runE2e(filters) {
  if (process.env.STEMMA_SKIP_BROWSER === '1') {
    note('e2e', 'browser tests skipped, because STEMMA_SKIP_BROWSER=1');
    return { ...emptyResult('e2e'), skipped: 1 };
  }
  return withLock(
    inRoot('.test/e2e.lock'),
    () => runAlone(filters),
    () => note('e2e', 'waiting for another run of the browser tests in this folder'),
  );
}

async function runAlone(filters) {
  try {
    const browser = await ensureBrowser();
    await ensureBundles(inRoot(folders.dist));
    await ensureBuilt(inRoot(folders.next));
    await clearData();
    return await runPlaywright(filters, browser);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    note('e2e', `FAILED: ${error.message}`);
    return single('e2e', false, error.message);
  }
}

/** A killed run may have left its application running: nobody else uses this folder, so it goes. */
async function clearData() {
  const data = inRoot(folders.data);
  const app = runningApp(data);
  if (app?.pid) {
    signal(app.pid, 'SIGTERM');
    await until(20_000, () => !isAlive(app));
  }
  await removeCluster(join(data, 'pg'));
  rmSync(data, { recursive: true, force: true });
}

async function runPlaywright(filters, browser) {
  const file = join(resultsFolder(), `playwright-${process.pid}.json`);
  const env = testEnvironment({
    STEMMA_E2E_PORT: String(await freePort()),
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    ...(browser === 'bundled' ? {} : { PW_CHROMIUM: browser }),
  });
  const { ok } = await runTool(
    '@playwright/test/cli.js',
    ['test', '--reporter=list,json', ...filters],
    { env },
  );
  const json = readJson(file);
  rmSync(file, { force: true });
  const result = json ? countSpecs(json) : emptyResult('e2e');
  const words = json?.errors?.map((error) => error.message).join('\n');
  return settle(
    result,
    ok && json !== undefined,
    words || 'Playwright ended with an error; its words are above.',
  );
}

function countSpecs(json) {
  const result = emptyResult('e2e');
  for (const { title, test } of (json.suites ?? []).flatMap((suite) => listTests(suite, []))) {
    if (test.status === 'expected' || test.status === 'flaky') result.passed += 1;
    else if (test.status === 'skipped') result.skipped += 1;
    else
      addFailure(
        result,
        title,
        test.results.flatMap(({ errors }) => errors.map((e) => e.message)).join('\n'),
      );
  }
  return result;
}

function listTests(suite, above) {
  const titles = [...above, suite.title];
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map((test) => ({ title: [...titles, spec.title].join(' > '), test })),
  );
  return [...own, ...(suite.suites ?? []).flatMap((inner) => listTests(inner, titles))];
}
