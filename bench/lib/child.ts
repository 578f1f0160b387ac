import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { once } from 'node:events';

export interface Server {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Starts a program that serves on the port it is given, and waits until it answers. */
export async function startServer(
  args: (port: number) => readonly string[],
  env: Record<string, string> = {},
): Promise<Server> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [...args(port)], {
    env: { ...process.env, ...env, PORT: String(port), STEMMA_URL: url },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    await answers(url, child);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  return {
    url,
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await once(child, 'exit');
      clearTimeout(timer);
    },
  };
}

const PATIENCE_MS = 60_000;

async function answers(url: string, child: ChildProcess): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (performance.now() < end) {
    if (child.exitCode !== null) throw new Error(`The server at ${url} ended while starting.`);
    try {
      if ((await fetch(`${url}/api/live`)).ok) return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error(`The server at ${url} did not answer.`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
