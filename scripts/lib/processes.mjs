/** Who is alive. A process is named by pid AND start time: pids are recycled, and zombies answer signals. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** When a live process started, as an opaque string; undefined for the dead and for zombies. */
export function startOf(pid) {
  return process.platform === 'linux' ? startFromProc(pid) : startFromPs(pid);
}

function startFromProc(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The program's name stands in parentheses and may hold spaces and parentheses itself.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

function startFromPs(pid) {
  const line = ps('-o', 'stat=,lstart=', '-p', String(pid)).trim();
  const [state, ...start] = line.split(/\s+/);
  return line === '' || state.startsWith('Z') ? undefined : start.join(' ');
}

/** The command line of a process; empty for the dead and for zombies. */
export function commandOf(pid) {
  if (process.platform !== 'linux') return ps('-o', 'command=', '-p', String(pid)).trim();
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}

/** `ps` as text; empty when it finds nothing. */
export function ps(...args) {
  try {
    return execFileSync('ps', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return '';
  }
}

/** This process, as written into lock and holder files. */
export function self() {
  return { pid: process.pid, start: startOf(process.pid) };
}

/** Whether exactly that process still lives. */
export function isAlive(who) {
  if (!Number.isInteger(who?.pid) || who.pid <= 0) return false;
  const start = startOf(who.pid);
  return start !== undefined && start === who.start;
}

/** Signals a process that may be gone already. */
export function signal(pid, name) {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

/** Polls until the check gives a value, or undefined when the time is over. */
export async function until(milliseconds, check, every = 50) {
  const end = performance.now() + milliseconds;
  for (;;) {
    const value = await check();
    if (value) return value;
    if (performance.now() > end) return undefined;
    await sleep(every);
  }
}
