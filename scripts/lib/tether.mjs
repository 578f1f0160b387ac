/**
 * Loaded into the children (`node --import`): ends them when the launcher dies, even by SIGKILL. The launcher holds
 * the other end of file descriptor 3. Grandchildren inherit the flag but not the mark, so they are left alone.
 */
import { Socket } from 'node:net';

if (process.env.STEMMA_TETHER === '1') {
  delete process.env.STEMMA_TETHER;
  const line = new Socket({ fd: 3 });
  line.resume();
  line.unref();
  line.on('error', () => {});
  line.on('close', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 4_000).unref();
  });
}
