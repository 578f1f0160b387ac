/** The unit, dom and pg projects, in one vitest run. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from '../files.mjs';
import { inRoot } from '../paths.mjs';
import { openTestCluster } from './cluster.mjs';
import { addFailure, emptyResult, settle } from './tally.mjs';
import { runTool, testEnvironment } from './tool.mjs';

/** The projects' result. The pg project gets a server: TEST_DATABASE_URL when given, else the one in `.test/pg`. */
export async function runVitest(projects, filters, extraEnv = {}) {
  const ownCluster = projects.includes('pg') && !process.env.TEST_DATABASE_URL;
  const cluster = ownCluster ? await openTestCluster() : undefined;
  try {
    const env = testEnvironment({
      ...extraEnv,
      ...(cluster ? { TEST_DATABASE_URL: cluster.url } : {}),
    });
    return await run(projects, filters, env);
  } finally {
    await cluster?.close();
  }
}

async function run(projects, filters, env) {
  const file = join(resultsFolder(), `vitest-${process.pid}.json`);
  const args = [
    'run',
    ...projects.flatMap((name) => ['--project', name]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...filters,
  ];
  const { ok } = await runTool('vitest/vitest.mjs', args, { env });
  const json = readJson(file);
  rmSync(file, { force: true });
  const result = json ? countTests(json) : emptyResult('vitest');
  return settle(
    result,
    ok && json !== undefined,
    'vitest ended with an error; its words are above.',
  );
}

function countTests(json) {
  const result = emptyResult('vitest');
  for (const file of json.testResults) {
    const failedBefore = result.failed;
    for (const test of file.assertionResults) {
      if (test.status === 'passed') result.passed += 1;
      else if (test.status === 'failed')
        addFailure(result, titleOf(file, test), test.failureMessages.join('\n'));
      else result.skipped += 1;
    }
    // A file that breaks outside its tests (import, hook) names none of them.
    if (file.status === 'failed' && result.failed === failedBefore) {
      addFailure(result, titleOf(file), file.message);
    }
  }
  return result;
}

function titleOf(file, test) {
  const path = file.name.startsWith(inRoot(''))
    ? file.name.slice(inRoot('').length + 1)
    : file.name;
  return test ? `${path} > ${test.fullName}` : path;
}

/** Where reports are handed over. */
export function resultsFolder() {
  const folder = inRoot('.test/results');
  mkdirSync(folder, { recursive: true });
  return folder;
}
