import { afterEach, beforeEach, expect, test } from 'vitest';
import { STRESS } from '../arbitraries';
import { createStoreWorld, type StoreWorld } from '../store-world';
import { type Mutant, MUTANTS } from './mutants';
import { tally } from './tally';
import { runTrial, type Trial } from './trial';

let world: StoreWorld;
beforeEach(async () => {
  world = await createStoreWorld();
});
afterEach(() => world.close());

/** As long as it takes on a busy machine, within bounds. */
async function trialUntil(enough: (trial: Trial) => boolean, mutant?: Mutant): Promise<Trial> {
  const end = performance.now() + 25_000;
  for (;;) {
    const trial = await runTrial(world, { milliseconds: 2_500, ...(mutant && { mutant }) });
    if (enough(trial) || performance.now() > end) return trial;
  }
}

const lawsBroken = ({ violations }: Trial) => new Set(violations.map(({ law }) => law));

test('[V3][V4][T1][C3] the store keeps every law, whatever happens to its connections', async () => {
  for (let round = 0; round < STRESS; round += 1) {
    const { recorder, final, violations } = await trialUntil(
      (trial) => trial.violations.length > 0 || tally(trial.recorder, trial.final).replayed > 0,
    );
    expect(violations).toEqual([]);
    const counts = tally(recorder, final);
    expect(counts.reasons).not.toHaveProperty('corruption');
    for (const count of ['stored', 'refused', 'contended', 'lost', 'replayed', 'reads'] as const) {
      expect(counts[count], count).toBeGreaterThan(0);
    }
  }
});

test.each(MUTANTS)('[V3][V4][T1][C3] the checker finds $name', async (mutant) => {
  const trial = await trialUntil((one) => lawsBroken(one).has(mutant.caughtBy), mutant);
  for (const count of trial.matched) expect(count).toBeGreaterThan(0);
  expect(lawsBroken(trial)).toContain(mutant.caughtBy);
});
