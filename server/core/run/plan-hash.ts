import { sha256Hex } from '../hash';
import { canonicalText } from '../json/canonical';
import type { JsonObject } from '../json/json';

/** Name and version of the function that turns base and chain into a document. */
export const MATERIALIZER = 'stemma-materialize/1';

export interface Plan {
  /** `version_hash` of the base. */
  readonly base: string;
  /** `cas_id` of each patch, oldest first. */
  readonly chain: readonly string[];
  /** `cas_id` of the patch that overlays this run only. */
  readonly runPatch: string | null;
  readonly options: JsonObject;
}

/** [R2] Key of a plan: its content, typed and versioned, never row ids. */
export function planHash(plan: Plan): string {
  const text = canonicalText({
    materializer: MATERIALIZER,
    base: plan.base,
    chain: plan.chain,
    run_patch: plan.runPatch,
    options: plan.options,
  });
  return sha256Hex(`stemma-plan/v1\0${text}`);
}
