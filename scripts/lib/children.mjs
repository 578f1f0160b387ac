/** The application's processes: started tethered to us, their output named, ended within bounds. */
import { createInterface } from 'node:readline';
import { until } from './processes.mjs';
import { note } from './say.mjs';
import { spawnTethered } from './tethered.mjs';

/** Next's own announcements: addresses we do not listen on, and settings that are nobody's concern. */
const NOISE = /^\s*(- (Local|Network|Experiments)\b|⨯ agentUpgrade|✓ Running next\.config)/;

/** Starts a Node program in its own process group, so that Ctrl-C reaches it through us alone. */
export function startChild(name, args, env) {
  const stdio = ['ignore', 'pipe', 'pipe'];
  const child = spawnTethered(args, { env, stdio, detached: true });
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      if (line.trim() !== '' && !NOISE.test(line)) note(name, line);
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
