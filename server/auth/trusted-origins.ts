import { env } from '../config/env';

/** Origins of our own pages: the public address, and this machine under its two names. */
export function trustedOrigins(): string[] {
  const { url, port } = env();
  return [
    ...new Set([
      new URL(url).origin,
      `http://127.0.0.1:${String(port)}`,
      `http://localhost:${String(port)}`,
    ]),
  ];
}
