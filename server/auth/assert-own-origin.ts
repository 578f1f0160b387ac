import { ForeignOriginError } from './errors';
import { trustedOrigins } from './trusted-origins';

/**
 * [A4] A request that a cookie speaks for must come from a page of ours: an exact `Origin`, or
 * where the browser sends none, its word that the page is of the same origin.
 */
export function assertOwnOrigin(headers: Headers): void {
  const origin = headers.get('origin');
  if (origin !== null) {
    if (trustedOrigins().includes(origin)) return;
    throw new ForeignOriginError();
  }
  if (headers.get('sec-fetch-site') !== 'same-origin') throw new ForeignOriginError();
}
