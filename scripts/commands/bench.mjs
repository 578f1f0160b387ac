/** `npm run bench -- <name>`: benchmarks on a durable database of their own in `.bench/`. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ensureBuilt, nextEnvironment } from '../lib/build.mjs';
import { ensureBundles } from '../lib/bundle.mjs';
import { claimDataDir, openDataDir } from '../lib/data-dir.mjs';
import { openDatabase } from '../lib/database/open.mjs';
import { ownerEnvironment } from '../lib/environment.mjs';
import { ensureInstalled } from '../lib/install.mjs';
import { migrate } from '../lib/migrate.mjs';
import { folders, inRoot, root } from '../lib/paths.mjs';
import { removeCluster } from '../lib/pg/remove.mjs';
import { checkLibc, checkPlatform } from '../lib/platform.mjs';
import { freePort } from '../lib/port.mjs';
import { signal } from '../lib/processes.mjs';
import { readSecrets } from '../lib/secrets.mjs';

/** Every run begins with an empty, migrated database; figures of an earlier run cannot change it. */
export async function run(args) {
  checkPlatform();
  checkLibc();
  const { dist, next } = folders();
  const data = inRoot('.bench');
  await ensureInstalled({ tools: true });
  await ensureBundles(dist);
  if (process.env.STEMMA_BENCH_BUILD !== '0') await ensureBuilt(next);
  openDataDir(data);
  const claim = claimDataDir(data, {});
  await removeCluster(join(data, 'pg'));
  const secrets = await readSecrets(data);
  const database = await openDatabase(data, secrets);
  try {
    const launch = { data, dist, next, port: await freePort(), secrets, database };
    const { STEMMA_NEXT_DIR } = nextEnvironment(next, 'production');
    const env = {
      ...ownerEnvironment(launch),
      STEMMA_DEMO: '0',
      NODE_ENV: 'production',
      STEMMA_NEXT_DIR,
    };
    await migrate(launch, env);
    return await runBench(args, env);
  } finally {
    await database.close();
    claim.release();
  }
}

async function runBench(args, env) {
  const child = spawn(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', inRoot('bench/main.ts'), ...args],
    { cwd: root, env, stdio: 'inherit' },
  );
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => signal(child.pid, 'SIGTERM'));
  const [code] = await once(child, 'exit');
  return code ?? 1;
}
