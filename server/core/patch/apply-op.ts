import * as jsonPatch from 'fast-json-patch/index.mjs';
import type { Json } from '../json/json';
import type { Op } from './ops';

/** Operations that change one place. `move` and `copy` are made of these, `test` changes nothing. */
export type PlaceOp = Extract<Op, { op: 'add' | 'remove' | 'replace' | 'test' }>;

/**
 * One operation of RFC 6902, carried out in place on containers that the caller owns; what is
 * checked before (strict pointers, existence, ownership) is in apply-patch.
 */
export function applyOpInPlace(root: Json, op: PlaceOp): void {
  jsonPatch.applyOperation(
    root,
    op as jsonPatch.Operation,
    false, // shapes and paths are checked already, and more strictly
    true, // in place
    true, // no prototype modifications
  );
}
