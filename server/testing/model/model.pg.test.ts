import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { digestDag } from '@core/dag/digest';
import { getVersion } from '../../store/get-version';
import { runs, STRESS } from '../arbitraries';
import { createStoreWorld, type StoreWorld } from '../store-world';
import { resetting, restoring } from './back';
import { branching } from './branching';
import { type Act, onBranch } from './command';
import { compacting } from './compacting';
import { toDag } from './content';
import { edit } from './edit';
import { elsewhere } from './elsewhere';
import { beginning } from './gestures';
import { Real } from './real';
import { restart, retry, reuse } from './repeating';
import { type Model, newBranch, type Version } from './state';
import { undoOrRedo } from './undo-redo';

let world: StoreWorld;
beforeAll(async () => {
  world = await createStoreWorld();
});
afterAll(() => world.close());

const often = (times: number, acts: fc.Arbitrary<Act>) =>
  Array.from({ length: times }, () => onBranch(acts));

const commands = [
  ...often(7, edit),
  ...often(7, undoOrRedo),
  ...often(2, elsewhere),
  ...often(1, restoring),
  ...often(1, resetting),
  ...often(1, branching),
  ...often(1, compacting),
  ...often(1, retry),
  ...often(1, reuse),
  fc.constant(restart),
];

async function begin(): Promise<{ model: Model; real: Real }> {
  const { workflowId, tagId, versionId } = await world.project.workflow(toDag(beginning));
  const version: Version = {
    id: versionId,
    content: beginning,
    message: 'Create workflow',
    parent: undefined,
  };
  const main = newBranch({ id: tagId, name: 'main', version, by: 0 });
  return {
    model: { branches: [main], versions: [version], edits: 0 },
    real: new Real(world, workflowId),
  };
}

test(
  '[T2][T3][T4][T5][V4][V5][C1] whatever two people do on branches agrees with a model in memory',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.commands(commands, { maxCommands: 30, size: 'max' }),
        async (sequence) => {
          const { model, real } = await begin();
          try {
            await fc.asyncModelRun(() => ({ model, real }), sequence);
            await openEveryVersion(model, real);
          } finally {
            await real.close();
          }
        },
      ),
      runs(100),
    );
  },
  120_000 * STRESS,
);

/** [V7] From the stored bytes. */
async function openEveryVersion({ versions }: Model, real: Real): Promise<void> {
  await real.restart();
  const views = await real.look((trx) =>
    Promise.all(versions.map(({ id }) => getVersion(trx, { ...real.scope(0), versionId: id }))),
  );
  expect(views.map(({ document }) => document)).toEqual(
    versions.map(({ content }) => toDag(content)),
  );
  for (const { version, document } of views) {
    expect(digestDag(document).versionHash).toBe(version.versionHash);
  }
}
