/**
 * Runs beside a server and ends it when nobody needs it any more. Its stdin is a pipe of the process that started it:
 * that process dying for ANY reason closes the pipe. Started by cluster.mjs with one JSON argument.
 */
import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { withLock } from '../lock.mjs';
import { isAlive, signal, until } from '../processes.mjs';
import { isHeld } from './holders.mjs';

const plan = JSON.parse(process.argv[2]);
let ended = false;
let stopping = false;

const server = plan.adopt ?? startServer();
if (plan.adopt) void watchAdopted();

process.stdin.resume();
process.stdin.on('end', () => void stopWhenFree());
process.stdin.on('error', () => void stopWhenFree());
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => {});
process.on('SIGHUP', () => {});

function startServer() {
  const log = openSync(plan.log, 'a', 0o600);
  const child = spawn(plan.postgres, plan.args, {
    ...plan.account,
    cwd: '/',
    env: { PATH: process.env.PATH ?? '', LC_ALL: 'C' },
    stdio: ['ignore', log, log],
  });
  child.on('error', () => process.exit(1));
  child.on('exit', finish);
  return child;
}

async function watchAdopted() {
  await until(Infinity, () => !isAlive(plan.adopt), 250);
  finish();
}

function finish() {
  ended = true;
  process.exit(stopping ? 0 : 1);
}

/** Under the start lock, so that nobody adopts a server that is about to go. */
async function stopWhenFree() {
  for (;;) {
    await withLock(plan.lock, async () => {
      if (!isHeld(plan.holders)) await stop();
    });
    await sleep(250);
  }
}

/** Fast shutdown; a server that hangs is made to go, since its log brings everything back. */
async function stop() {
  stopping = true;
  for (const [name, patience] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ]) {
    signal(server.pid, name);
    if (await until(patience, () => ended || (plan.adopt && !isAlive(plan.adopt)))) return finish();
  }
}
