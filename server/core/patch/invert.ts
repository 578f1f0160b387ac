import type { Dag } from '../dag/document';
import { applyPatch } from './apply-patch';
import { compare } from './compare';
import type { Op } from './ops';

/** [P4] Ops that take a patch back: applying `ops` to `before` and then these gives `before`. */
export function invert(before: Dag, ops: readonly Op[]): Op[] {
  return compare(applyPatch(before, ops), before);
}
