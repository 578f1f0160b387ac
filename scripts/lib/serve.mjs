/** `start` and `dev`: database, migrations, demo, then the application until it is told to stop. */
import { join } from 'node:path';
import { stopChild } from './children.mjs';
import { claimDataDir, openDataDir } from './data-dir.mjs';
import { openDatabase } from './database/open.mjs';
import { ownerEnvironment, serverEnvironment, wantsDemo } from './environment.mjs';
import { waitForHealth } from './health.mjs';
import { folders } from './paths.mjs';
import { checkLibc, checkPlatform } from './platform.mjs';
import { assertPortFree, wantedPort } from './port.mjs';
import { migrate } from './migrate.mjs';
import { runQuietly } from './program.mjs';
import { readSecrets } from './secrets.mjs';
import { note, Problem, say, seconds, step } from './say.mjs';
import { listenForStop } from './stop.mjs';

/**
 * `mode` says what differs: `prepare(folders)` makes the programs, `startPages(launch)` and `startWorker(launch)` give
 * `{ child }` or `{ stop }`. Ends with 0 after Ctrl-C or SIGTERM, with 1 when a part died.
 */
export async function serve(mode) {
  const begin = performance.now();
  const stop = listenForStop();
  checkPlatform();
  checkLibc();
  const { data, dist, next } = folders();
  openDataDir(data);
  const port = await wantedPort();
  const claim = claimDataDir(data, { port });
  const parts = [];
  try {
    // The children of a killed launch need a moment to let go of the port.
    await assertPortFree(port, claim.recovered ? 8_000 : 0);
    await mode.prepare({ data, dist, next });
    if (stop.asked()) return 0;
    const secrets = await readSecrets(data);
    const database = await openDatabase(data, secrets);
    parts.push({ stop: () => step('database', () => database.close()) });
    const launch = { data, dist, next, port, secrets, database, url: `http://127.0.0.1:${port}` };
    await fillDatabase(launch);
    return await run(mode, launch, { parts, stop, begin });
  } catch (error) {
    // Ctrl-C ends what runs at that moment, such as the build: no failure worth a word.
    if (stop.asked() && !stop.failure()) return 0;
    throw error;
  } finally {
    if (parts.length > 0) note('stop', 'ending the application');
    for (const part of parts.reverse()) await part.stop();
    claim.release();
  }
}

async function fillDatabase(launch) {
  const env = ownerEnvironment(launch);
  await migrate(launch, env);
  if (!wantsDemo(launch.database)) return;
  await step('demo', async () => {
    const program = join(launch.dist, 'stemma.mjs');
    await runQuietly(program, ['demo'], { env, failure: 'The demo project could not be made.' });
  });
}

async function run(mode, launch, { parts, stop, begin }) {
  launch.database.onDeath(() => stop.fail('The database ended unexpectedly.'));
  const env = serverEnvironment(launch);
  if (!stop.asked())
    parts.push(startPart(mode.startPages(launch, env), 'The web application', stop));
  if (!stop.asked()) parts.push(await mode.startWorker(launch, env, stop));
  const health = await waitForHealth(launch.url, stop.asked);
  if (health) {
    note('ready', `in ${seconds(performance.now() - begin)}`);
    say(launch.url);
    if (health.setup === true) {
      say(`First admin: ${launch.url}/setup  code: ${launch.secrets.setupCode}`);
    }
  }
  await stop.wanted;
  const failure = stop.failure();
  if (failure) throw new Problem(failure);
  return 0;
}

function startPart(child, name, stop) {
  child.on('exit', (code, signal) =>
    stop.fail(`${name} ended unexpectedly (${signal ?? `exit ${code}`}).`),
  );
  return { stop: () => stopChild(child) };
}
