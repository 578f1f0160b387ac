/** TCP ports of the loopback interface. */
import { connect, createServer } from 'node:net';
import { Problem } from './say.mjs';
import { until } from './processes.mjs';

const host = '127.0.0.1';

/** The port to serve on: PORT, else 3000; PORT=0 picks a free one. */
export async function wantedPort(env = process.env) {
  const text = env.PORT || '3000';
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Problem(`PORT=${text} is no port: give a number from 1 to 65535.`);
  }
  return port === 0 ? freePort() : port;
}

/** Fails in words when something else listens on the port (or keeps doing so for `patience` ms). */
export async function assertPortFree(port, patience = 0) {
  const free = await until(patience, async () => !(await isTaken(port)), 200);
  if (!free) {
    throw new Problem(
      `Port ${port} is in use by another program. Stop it, or choose another port:\n` +
        `  PORT=${port + 1 > 65535 ? 3001 : port + 1} npm start`,
    );
  }
}

/** Asks by connecting too: on some systems a listener on all interfaces does not stop a loopback bind. */
export async function isTaken(port) {
  return (await canConnect(port)) || !(await canBind(port));
}

/** Whether somebody answers on the port. */
export function canConnect(port, timeoutMs = 1_000) {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const end = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(timeoutMs, () => end(false));
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}

function canBind(port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => {
      if (error.code === 'EACCES') {
        reject(new Problem(`This account may not listen on port ${port}: choose one above 1023.`));
      } else resolve(false);
    });
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/**
 * A port that nobody uses at this moment.
 * @returns {Promise<number>}
 */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host, port: 0 }, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
