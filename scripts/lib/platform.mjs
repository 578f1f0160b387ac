/** What this product runs on. */
import { Problem } from './say.mjs';

const oldestNode = [20, 19];

/** Says in words why this machine cannot run the product, before anything is installed. */
export function checkPlatform() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])) {
    throw new Problem(
      `Stemma needs Node.js ${oldestNode.join('.')} or newer; this is ${process.version}.`,
    );
  }
  if (process.platform !== 'linux' && process.platform !== 'darwin') {
    throw new Problem('Stemma runs on Linux (glibc) and macOS. On Windows, use WSL 2.');
  }
}

/** The embedded PostgreSQL is built against glibc; an external database lifts this limit. */
export function checkLibc(env = process.env) {
  if (process.platform !== 'linux' || env.DATABASE_URL) return;
  const glibc = process.report.getReport().header.glibcVersionRuntime;
  if (glibc === undefined) {
    throw new Problem(
      'The embedded PostgreSQL needs glibc; musl (Alpine) is not supported.\n' +
        'Use a glibc system such as Debian, or give DATABASE_URL of a PostgreSQL 15 or newer.',
    );
  }
  const [major, minor] = glibc.split('.').map(Number);
  if (major < 2 || (major === 2 && minor < 27)) {
    throw new Problem(`The embedded PostgreSQL needs glibc 2.27 or newer; this is ${glibc}.`);
  }
}
