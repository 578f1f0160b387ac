/** The application's processes: started tethered to us, their output named, ended within bounds. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { root } from './paths.mjs';
import { until } from './processes.mjs';
import { note } from './say.mjs';

const tether = new URL('./tether.mjs', import.meta.url).href;

/** Starts a Node program in its own process group, so that Ctrl-C reaches it through us alone. */
export function startChild(name, args, env) {
  const child = spawn(process.execPath, ['--import', tether, ...args], {
    cwd: root,
    detached: true,
    env: { ...env, STEMMA_TETHER: '1' },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  child.stdio[3].on('error', () => {});
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      if (line.trim() !== '') note(name, line);
    });
  }
  return child;
}

/** Whether the child has ended. */
export function hasEnded(child) {
  return child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
}

/** SIGTERM, a bounded wait, then SIGKILL to the whole group. */
export async function stopChild(child, patience = 5_000) {
  if (hasEnded(child)) return;
  signalGroup(child, 'SIGTERM');
  if (await until(patience, () => hasEnded(child))) return;
  signalGroup(child, 'SIGKILL');
  await until(2_000, () => hasEnded(child));
}

function signalGroup(child, name) {
  try {
    process.kill(-child.pid, name);
  } catch {
    // It ended by itself.
  }
}
