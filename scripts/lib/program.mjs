/** Runs one of our bundled programs to its end. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Problem } from './say.mjs';

/** The program's output in full, shown only when it fails: then in words, with what it said. */
export async function runQuietly(file, args, { env, failure }) {
  const child = spawn(process.execPath, [file, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text) => {
      said += text;
    });
  }
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Problem(`${failure}\n${said.trim()}`);
  return said;
}
