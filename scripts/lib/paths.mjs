/** Where things are. Everything is absolute, so no step depends on the working directory. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** A path given relative to the checkout. */
export function inRoot(...parts) {
  return resolve(root, ...parts);
}

/** The folders of a launch: data, Next's build and the bundles; each can be moved by the environment. */
export function folders(env = process.env) {
  return {
    data: inRoot(env.STEMMA_DATA || '.data'),
    next: inRoot(env.STEMMA_NEXT_DIR || '.next'),
    dist: inRoot(env.STEMMA_DIST || 'dist'),
  };
}
