import type { Dag } from '../dag/document';
import { applyPatches } from './apply-patch';
import { compare } from './compare';
import type { Op } from './ops';

/** [P5] One patch with the effect of several in order: what they did and undid leaves no trace. */
export function squash(before: Dag, patches: readonly (readonly Op[])[]): Op[] {
  return compare(before, applyPatches(before, patches));
}
