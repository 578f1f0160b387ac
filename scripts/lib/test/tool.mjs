/** Runs a tool of node_modules for a stage. */
import { inRoot } from '../paths.mjs';
import { spawnTethered } from '../tethered.mjs';

const running = new Set();

/**
 * `{ ok, output }` of a Node program. Its output streams through, or is kept back when `quiet`.
 * The tool ends when we die, however that happens.
 */
export function runTool(program, args, { env, quiet = false }) {
  const out = quiet ? 'pipe' : 'inherit';
  const color = quiet && process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};
  const child = spawnTethered([inRoot('node_modules', program), ...args], {
    env: { ...env, ...color },
    stdio: ['ignore', out, out],
  });
  running.add(child);
  let output = '';
  for (const stream of quiet ? [child.stdout, child.stderr] : []) {
    stream.setEncoding('utf8');
    stream.on('data', (text) => {
      output += text;
    });
  }
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ ok: false, output: error.message }));
    child.on('close', (code) => {
      running.delete(child);
      resolve({ ok: code === 0, output });
    });
  });
}

/** Ends what runs at this moment. */
export function stopTools() {
  for (const child of running) child.kill('SIGTERM');
}

/** The environment without anything that could lead a test to somebody's real data. */
export function testEnvironment(extra = {}) {
  const drop =
    /^(DATABASE_URL|APP_DATABASE_URL|PORT|NODE_ENV|STEMMA_(DATA|DIST|NEXT_DIR|URL|DEMO|AUTH_SECRET|SETUP_CODE))$/;
  const kept = Object.entries(process.env).filter(([name]) => !drop.test(name));
  return { ...Object.fromEntries(kept), NEXT_TELEMETRY_DISABLED: '1', ...extra };
}
