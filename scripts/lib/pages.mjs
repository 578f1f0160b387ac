/** The process that serves the pages and the API, from the production build. */
import { nextEnvironment, nextProgram } from './build.mjs';

/** Arguments for Node, and the environment, of `next start` for a launch. */
export function pagesProgram(launch, env) {
  return {
    args: [nextProgram, 'start', '-H', '127.0.0.1', '-p', String(launch.port)],
    env: { ...env, ...productionMode(launch) },
  };
}

/** What makes a process of the launch a production one. */
export function productionMode(launch) {
  const { NODE_ENV, STEMMA_NEXT_DIR } = nextEnvironment(launch.next, 'production');
  return { NODE_ENV, STEMMA_NEXT_DIR };
}
