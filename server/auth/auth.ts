import { betterAuth } from 'better-auth';
import { authOptions } from './auth-options';
import { authPool } from './auth-pool';

const slot = Symbol.for('stemma.auth');
const holder = globalThis as { [slot]?: Auth };

function create() {
  return betterAuth(authOptions(authPool()));
}
export type Auth = ReturnType<typeof create>;

/** better-auth of this process, made when first asked for. */
export function auth(): Auth {
  holder[slot] ??= create();
  return holder[slot];
}
