import type { Dag } from '../dag/document';
import { applyPatches } from '../patch/apply-patch';
import type { Op } from '../patch/ops';

/** The document at the end of a chain: base and patches in order. Never consults node types ([D2]). */
export function materialize(base: Dag, patches: readonly (readonly Op[])[]): Dag {
  return applyPatches(base, patches);
}
