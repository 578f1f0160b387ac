import { env } from '../../config/env';
import { isLoopback } from './is-loopback';

/** The demo is for an app that runs on, and is found at, this machine alone. */
export function demoOpen(): boolean {
  const { demo, url } = env();
  return demo && isLoopback(new URL(url).host);
}

/**
 * Whether a request stays on this machine: the host it asks for is loopback, and so is every
 * address a proxy or the server itself says it came from.
 */
export function fromThisMachine(headers: Headers): boolean {
  const hosts = [headers.get('host'), headers.get('x-forwarded-host')];
  const sources = headers.get('x-forwarded-for')?.split(',') ?? [];
  return (
    headers.has('host') &&
    [...hosts, ...sources].every((name) => name === null || isLoopback(name.trim()))
  );
}
