/** `npm run stemma -- <command>`: the command line, with or without a running application. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBundles } from '../lib/bundle.mjs';
import { openDataDir, runningApp } from '../lib/data-dir.mjs';
import { openDatabase } from '../lib/database/open.mjs';
import { ownerEnvironment } from '../lib/environment.mjs';
import { ensureInstalled, isInstalled } from '../lib/install.mjs';
import { migrateWhenNeeded } from '../lib/migrate.mjs';
import { folders } from '../lib/paths.mjs';
import { checkLibc, checkPlatform } from '../lib/platform.mjs';
import { wantedPort } from '../lib/port.mjs';
import { signal } from '../lib/processes.mjs';
import { keepStdoutClean, Problem } from '../lib/say.mjs';
import { readSecrets } from '../lib/secrets.mjs';

/** Stdout belongs to the command; its exit code is ours. STEMMA_VERBOSE=1 shows our steps on stderr. */
export async function run(args) {
  keepStdoutClean({ quiet: process.env.STEMMA_VERBOSE !== '1' });
  checkPlatform();
  checkLibc();
  const { data, dist } = folders();
  if (runningApp(data) && !isInstalled()) {
    // npm ci would take the packages away from under the running application.
    throw new Problem(
      'The packages changed since the application was started. Stop it and type npm start.',
    );
  }
  await ensureInstalled();
  await ensureBundles(dist);
  openDataDir(data);
  const secrets = await readSecrets(data);
  const database = await openDatabase(data, secrets);
  try {
    const port = runningApp(data)?.port ?? (await wantedPort());
    const launch = { data, dist, port, secrets, database };
    const env = ownerEnvironment(launch);
    await migrateWhenNeeded(launch, env);
    return await runForeground([join(dist, 'stemma.mjs'), ...args], env);
  } finally {
    await database.close();
  }
}

/** The terminal is the command's own; signals reach it, and we outlive it to close the database. */
function runForeground(args, env) {
  const child = spawn(process.execPath, ['--enable-source-maps', ...args], {
    env,
    stdio: 'inherit',
  });
  process.on('SIGINT', () => {});
  for (const name of ['SIGTERM', 'SIGHUP']) process.on(name, () => signal(child.pid, name));
  return new Promise((resolve) => {
    child.on('exit', (code, name) => resolve(code ?? (name === 'SIGINT' ? 130 : 143)));
  });
}
