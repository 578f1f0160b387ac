import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 as native } from './native';
import { sha256 as portable } from './portable';

test('[D4] browser and server hash alike', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
      expect(new Uint8Array(native(bytes))).toEqual(portable(bytes));
    }),
  );
});
