/** [C2] Patches after which a head is compacted whatever they weigh. */
export const AUTOMATIC_DEPTH = 64;
/** [C2] Patches are heavy when they exceed this share of the document they lead on from. */
const HEAVY_SHARE = 1 / 4;
/** Readings from storage within a day from which on a chain is hot. */
export const HOT_READINGS = 20;
/** Mean milliseconds of a reading from storage from which on it is slow. */
export const SLOW_MS = 50;

/** What is known of a head that has not been compacted. */
export interface ChainFigures {
  /** Patches between the base of its chain and the head. */
  readonly depth: number;
  /**
   * What reading the head takes: the patches since the nearest full document, their bytes, and the
   * bytes of that document. With a compaction in mid-chain there are fewer of them than `depth`.
   */
  readonly patches: number;
  readonly patchBytes: number;
  readonly baseBytes: number;
  /** How often versions of the chain were read from storage within a day, and how long that took. */
  readonly readings: number;
  readonly meanMs: number;
}

export type CandidateReason =
  | { readonly kind: 'deep'; readonly patches: number }
  | { readonly kind: 'slow'; readonly ms: number }
  | { readonly kind: 'hot'; readonly readings: number };

export type AutomaticReason =
  | CandidateReason
  | { readonly kind: 'heavy'; readonly patchBytes: number; readonly baseBytes: number };

/** [C2] Why a head is worth compacting, for an admin to decide; empty when it is not. */
export function candidateReasons(chain: ChainFigures, threshold: number): CandidateReason[] {
  const reasons: CandidateReason[] = [];
  if (chain.depth > threshold) reasons.push({ kind: 'deep', patches: chain.depth });
  if (chain.meanMs >= SLOW_MS) reasons.push({ kind: 'slow', ms: chain.meanMs });
  if (chain.readings >= HOT_READINGS) reasons.push({ kind: 'hot', readings: chain.readings });
  return chain.depth === 0 ? [] : reasons;
}

/**
 * [C2] Why a head is compacted without being asked; null when it is not. A base every few edits
 * costs more than it saves, so up to the threshold nothing is reason enough; beyond it the patches
 * must be heavy, or what they cost really be paid: read often, or slowly. Counted from the nearest full
 * document, so that a compaction that edits have overtaken is not made once more.
 */
export function automaticReason(chain: ChainFigures, threshold: number): AutomaticReason | null {
  const { patches, patchBytes, baseBytes, readings, meanMs } = chain;
  if (patches >= AUTOMATIC_DEPTH) return { kind: 'deep', patches };
  if (patches <= threshold) return null;
  if (patchBytes > baseBytes * HEAVY_SHARE) return { kind: 'heavy', patchBytes, baseBytes };
  if (readings >= HOT_READINGS) return { kind: 'hot', readings };
  if (meanMs >= SLOW_MS) return { kind: 'slow', ms: meanMs };
  return null;
}
