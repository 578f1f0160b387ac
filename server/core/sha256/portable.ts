import { sha256 as digest } from '@noble/hashes/sha2.js';

/** SHA-256 in JavaScript alone, for browsers: the platform's own is asynchronous there. */
export function sha256(data: Uint8Array): Uint8Array {
  return digest(data);
}
