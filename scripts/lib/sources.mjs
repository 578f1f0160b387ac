/** What the build is made of, as one hash. */
import { readdirSync, readFileSync, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { digest } from './files.mjs';
import { inRoot, root } from './paths.mjs';

const common = ['package-lock.json', 'package.json', 'tsconfig.json', 'server', 'migrations'];
const forBundles = [...common, 'cli'];
const forPages = [
  ...common,
  'app',
  'components',
  'public',
  'next.config.ts',
  'postcss.config.mjs',
  'instrumentation.ts',
  'instrumentation-client.ts',
  'proxy.ts',
];
const testOnly = /(^|\/)server\/testing\/|\.test\.tsx?$/;

/** Changes when the three bundles could. */
export function hashOfBundleSources() {
  return hashOf(forBundles);
}

/** Changes when the pages could. Both hashes know the checkout's place and Node, which builds remember. */
export function hashOfPageSources() {
  return hashOf(forPages);
}

function hashOf(places) {
  const files = places.flatMap((place) => listFiles(place)).filter((file) => !testOnly.test(file));
  const contents = files.sort().flatMap((file) => [file, readFileSync(inRoot(file))]);
  return digest(root, process.versions.node.split('.')[0], ...contents);
}

function listFiles(place) {
  const path = inRoot(place);
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [place];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.'))
    .flatMap((entry) => listFiles(join(place, entry.name)));
}
