import { createHash, timingSafeEqual } from 'node:crypto';

/** Compares two secrets in a time that says nothing about either. */
export function sameSecret(left: string, right: string): boolean {
  return timingSafeEqual(digest(left), digest(right));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
