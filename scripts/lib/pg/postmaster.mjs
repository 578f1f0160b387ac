/** The running server of a data folder, as the system sees it. */
import { join } from 'node:path';
import { readText } from '../files.mjs';
import { canConnect } from '../port.mjs';
import { commandOf, startOf } from '../processes.mjs';

/**
 * `{ pid, start, port, ready }` of the server that runs on the folder, or undefined.
 * The pid file alone proves nothing: it outlives its server, and its number may belong to a zombie or a stranger.
 */
export function findPostmaster(data) {
  const text = readText(join(data, 'postmaster.pid'));
  if (text === undefined) return undefined;
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  const start = startOf(pid);
  if (start === undefined || !isServerOf(commandOf(pid), data)) return undefined;
  return { pid, start, port: Number(lines[3]), ready: lines[7] === 'ready' };
}

/** Whether the server accepts connections now. */
export async function answers(postmaster) {
  return postmaster !== undefined && postmaster.ready && (await canConnect(postmaster.port));
}

function isServerOf(command, data) {
  return /(^|\/)postgres /.test(command) && command.includes(` -D ${data} `);
}
