import { appDatabase } from '../db/app-database';
import { demoOpen } from './demo/demo-open';
import { setupOpen } from './health';

/** Which ways in the sign-in page offers besides email and password. */
export async function signInOptions(): Promise<{ demo: boolean; setup: boolean }> {
  return { demo: demoOpen(), setup: await setupOpen(appDatabase()) };
}
