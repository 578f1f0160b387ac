import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('./hold-cluster.mjs', import.meta.url));

export interface Holder {
  readonly child: ChildProcess;
  readonly url: string;
  /** Whether this process started the server, or found it running. */
  readonly started: boolean;
  /** Resolves when the process is told that the server died under it. */
  readonly died: Promise<void>;
  /** Lets go as a command that ends well does. */
  readonly letGo: () => Promise<void>;
  /** SIGKILL. */
  readonly kill: () => Promise<void>;
}

/** Another process that holds the cluster of the folder. */
export async function startHolder(folder: string): Promise<Holder> {
  const child = spawn(process.execPath, [program, folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const [first] = (await Promise.race([
    once(lines, 'line'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`The holder ended with ${String(code)}`);
    }),
  ])) as [string];
  const { url, started } = JSON.parse(first) as { url: string; started: boolean };
  const exit = once(child, 'exit');
  return {
    child,
    url,
    started,
    died: once(lines, 'line').then(() => undefined),
    letGo: async () => {
      child.stdin.end();
      await exit;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exit;
    },
  };
}
