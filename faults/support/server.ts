import type { ChildProcess } from 'node:child_process';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasEnded } from '../../scripts/lib/children.mjs';
import { serverEnvironment } from '../../scripts/lib/environment.mjs';
import { pagesProgram } from '../../scripts/lib/pages.mjs';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { freePort } from '../../scripts/lib/port.mjs';
import { readSecrets } from '../../scripts/lib/secrets.mjs';
import { spawnTethered } from '../../scripts/lib/tethered.mjs';
import { testEnvironment } from '../../scripts/lib/test/tool.mjs';
import { builds } from './builds';

/** The product's server process, as the launcher runs it, that may be killed. */
export interface KillableServer {
  readonly url: string;
  /** Starts it, or waits for the one that runs; resolves once it answers. */
  readonly start: () => Promise<void>;
  /** SIGKILL, to everything that belongs to it. */
  readonly kill: () => Promise<void>;
}

const PATIENCE_MS = 60_000;

export async function makeServer(folder: string, appUrl: string): Promise<KillableServer> {
  const secrets = await readSecrets(folder);
  const database = { appUrl, external: true };
  const launch = {
    data: folder,
    next: inRoot(builds.next),
    port: await freePort(),
    secrets,
    database,
  };
  const env = serverEnvironment(launch, { ...testEnvironment(), NODE_ENV: 'production' });
  const program = pagesProgram(launch, env);
  const log = openSync(join(folder, 'app.log'), 'a');
  const url = `http://127.0.0.1:${launch.port}`;
  let child: ChildProcess | undefined;
  const answers = async () => {
    try {
      return (await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(5_000) })).ok;
    } catch {
      return false;
    }
  };
  return {
    url,
    start: async () => {
      child ??= spawnTethered(program.args, {
        env: program.env,
        stdio: ['ignore', log, log],
        detached: true,
      });
      const end = performance.now() + PATIENCE_MS;
      while (!(await answers())) {
        if (hasEnded(child)) throw new Error(`The server ended by itself; see ${folder}/app.log.`);
        if (performance.now() > end) throw new Error('The server does not answer.');
        await sleep(25);
      }
    },
    kill: async () => {
      if (child?.pid === undefined) return;
      const ended = new Promise((resolve) => child?.once('exit', resolve));
      process.kill(-child.pid, 'SIGKILL');
      await ended;
      child = undefined;
    },
  };
}
