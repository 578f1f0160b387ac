/** The fault tests: the production build, killed and cut off while people work. */
import { withLock } from '../lock.mjs';
import { inRoot } from '../paths.mjs';
import { note } from '../say.mjs';
import { runVitest } from './vitest.mjs';

/** Their result. Alone on the machine: they have their own data folder, and want all of the processor. */
export function runFaults(filters, extraEnv) {
  return withLock(
    inRoot('.test/faults.lock'),
    () => runVitest(['faults'], filters, extraEnv),
    () => note('faults', 'waiting for another run of the fault tests in this folder'),
  );
}
