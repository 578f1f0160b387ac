/** Node programs that end when we do, even by SIGKILL. */
import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

const tether = new URL('./tether.mjs', import.meta.url).href;

/** As `spawn` of Node with these arguments, in the checkout; `stdio` has three entries, the fourth is ours. */
export function spawnTethered(args, { env = process.env, stdio, detached = false }) {
  const child = spawn(process.execPath, ['--import', tether, ...args], {
    cwd: root,
    detached,
    env: { ...env, STEMMA_TETHER: '1' },
    stdio: [...stdio, 'pipe'],
  });
  child.stdio[3].on('error', () => {});
  return child;
}

/** Runs a program to its end; a SIGTERM or SIGHUP to us ends it too. Gives its exit code, or undefined when killed. */
export async function runTethered(args, options) {
  const child = spawnTethered(args, options);
  const end = () => child.kill('SIGTERM');
  for (const name of ['SIGTERM', 'SIGHUP']) process.on(name, end);
  try {
    return await new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('exit', (code) => resolve(code ?? undefined));
    });
  } finally {
    for (const name of ['SIGTERM', 'SIGHUP']) process.off(name, end);
  }
}
