import { connect, createServer, type Socket } from 'node:net';

export interface Proxy {
  readonly port: number;
  /** How many answers were dropped. */
  readonly dropped: () => number;
  readonly close: () => Promise<void>;
}

/**
 * A line to a server of this machine that goes dead instead of passing certain answers on: the
 * server has done its work, and its client never hears of it.
 */
export async function openProxy(to: number, drops: (answer: Buffer) => boolean): Promise<Proxy> {
  let dropped = 0;
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (client) => {
    const upstream = connect({ host: '127.0.0.1', port: to, noDelay: true });
    const end = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', end).on('close', () => {
        sockets.delete(socket);
        end();
      });
    }
    client.on('data', (bytes) => upstream.write(bytes));
    upstream.on('data', (bytes) => {
      if (!drops(bytes)) {
        client.write(bytes);
        return;
      }
      dropped += 1;
      end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    dropped: () => dropped,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
