import { describe, expect, test } from 'vitest';
import { automaticReason, candidateReasons, type ChainFigures } from './compaction-rule';

const THRESHOLD = 20;

/** A chain without a compaction on it, light, and not read lately. */
function chain(patches: number, figures: Partial<ChainFigures> = {}): ChainFigures {
  return {
    depth: patches,
    patches,
    patchBytes: patches * 100,
    baseBytes: 1_000_000,
    readings: 0,
    meanMs: 0,
    ...figures,
  };
}

const automatic = (figures: ChainFigures, threshold = THRESHOLD) =>
  automaticReason(figures, threshold)?.kind ?? null;
const candidate = (figures: ChainFigures, threshold = THRESHOLD) =>
  candidateReasons(figures, threshold).map(({ kind }) => kind);

describe('what is compacted by itself', () => {
  test('[C2] 64 patches are, however light, and 63 are not', () => {
    expect(automatic(chain(64))).toBe('deep');
    expect(automatic(chain(63))).toBeNull();
    expect(automatic(chain(64), 128)).toBe('deep');
  });

  test('[C2] patches of more than a quarter of their base are, beyond the threshold', () => {
    const heavy = { patchBytes: 251, baseBytes: 1_000 };
    expect(automatic(chain(21, heavy))).toBe('heavy');
    expect(automatic(chain(20, heavy))).toBeNull();
    expect(automatic(chain(21, { ...heavy, patchBytes: 250 }))).toBeNull();
    expect(automatic(chain(21, heavy), 21)).toBeNull();
  });

  test('[C2] what is read often or slowly is, beyond the threshold', () => {
    expect(automatic(chain(21, { readings: 20 }))).toBe('hot');
    expect(automatic(chain(21, { readings: 19 }))).toBeNull();
    expect(automatic(chain(20, { readings: 1_000 }))).toBeNull();
    expect(automatic(chain(21, { meanMs: 50 }))).toBe('slow');
    expect(automatic(chain(21, { meanMs: 49.9 }))).toBeNull();
    expect(automatic(chain(20, { meanMs: 900 }))).toBeNull();
  });

  test('[C2] a head a few edits beyond a compaction is left alone, however deep its chain', () => {
    const overtaken = { depth: 127, patchBytes: 300, readings: 99, meanMs: 99 };
    expect(automatic(chain(3, overtaken))).toBeNull();
    expect(automatic(chain(64, overtaken))).toBe('deep');
  });
});

describe('what an admin is shown', () => {
  test('[C2] depth above the threshold, slow reading and frequent reading, each with its figure', () => {
    expect(candidateReasons(chain(42, { meanMs: 84, readings: 31 }), THRESHOLD)).toEqual([
      { kind: 'deep', patches: 42 },
      { kind: 'slow', ms: 84 },
      { kind: 'hot', readings: 31 },
    ]);
    expect(candidate(chain(20))).toEqual([]);
    expect(candidate(chain(20), 19)).toEqual(['deep']);
    expect(candidate(chain(1, { readings: 20 }))).toEqual(['hot']);
    expect(candidate(chain(1, { meanMs: 50 }))).toEqual(['slow']);
  });

  test('[C2] a full document is no candidate, however slow and hot', () => {
    expect(candidate(chain(0, { readings: 99, meanMs: 99 }))).toEqual([]);
  });

  test('[C2] whatever is compacted by itself was shown, given the same threshold', () => {
    for (const patches of [1, 20, 21, 63, 64, 128])
      for (const readings of [0, 20])
        for (const meanMs of [0, 50])
          for (const patchBytes of [1, 900_000]) {
            const figures = chain(patches, { readings, meanMs, patchBytes });
            if (automatic(figures) !== null) expect(candidate(figures)).not.toEqual([]);
          }
  });
});
