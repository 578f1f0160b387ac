import type { RandomBytes } from './id-maker';

/** Bytes that are the same in every run, for tests and for data that has to be reproducible. */
export function seededBytes(seed = 1): RandomBytes {
  let state = seed;
  return (bytes) =>
    Uint8Array.from({ length: bytes }, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return (state >>> 16) & 0xff;
    });
}
