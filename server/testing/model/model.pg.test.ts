import fc from 'fast-check';
import { afterAll, beforeAll, test } from 'vitest';
import { runs, STRESS } from '../arbitraries';
import { createStoreWorld, type StoreWorld } from '../store-world';
import { agreeOnMoves, agreeOnVersions, expectStacksInLineage } from './agree-at-the-end';
import { restoring } from './back';
import { beginning } from './beginning';
import { branching } from './branching';
import { type Act, onBranch } from './command';
import { compacting } from './compacting';
import { toDag } from './content';
import { detour, resetDetour } from './detour';
import { edits } from './edit';
import { elsewhere } from './elsewhere';

import { parting } from './parting';
import { Real } from './real';
import { restart, retry, reuse } from './repeating';
import { merging } from './merging';
import { ServerProcess } from './server-process';
import { type Model, newBranch, type Version } from './state';
import { undoOrRedo } from './undo-redo';

let world: StoreWorld;
let server: ServerProcess;
beforeAll(async () => {
  world = await createStoreWorld();
  server = new ServerProcess(world.database.appUrl);
});
afterAll(async () => {
  await server.stop();
  await world.close();
});

/** A failure is told in time, as small as it has become by then. */
const LIMIT_MS = 240_000 * STRESS;

const often = (times: number, acts: fc.Arbitrary<Act>) =>
  Array.from({ length: times }, () => onBranch(acts));

const commands = [
  ...often(6, edits),
  ...often(5, undoOrRedo),
  ...often(4, detour),
  ...often(4, parting),
  ...often(1, merging),
  ...often(2, elsewhere),
  ...often(1, restoring),
  ...often(1, resetDetour),
  ...often(1, branching),
  ...often(2, compacting),
  ...often(2, retry),
  ...often(1, reuse),
  fc.constant(restart),
];

async function begin(): Promise<{ model: Model; real: Real }> {
  const { project } = world;
  const { workflowId, tagId, versionId } = await project.workflow(toDag(beginning));
  const version: Version = {
    id: versionId,
    content: beginning,
    message: 'Create workflow',
    parent: undefined,
  };
  const main = newBranch({ id: tagId, name: 'main', version, by: 0 });
  return {
    model: { branches: [main], versions: [version], edits: 0 },
    real: new Real({ project, server, workflowId }),
  };
}

test(
  '[T2][T3][T4][T5][V4][V5][M1][M3][C1] whatever two people do on branches agrees with a model in memory',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.commands(commands, { maxCommands: 30, size: 'max' }),
        async (sequence) => {
          const { model, real } = await begin();
          await fc.asyncModelRun(() => ({ model, real }), sequence);
          server.forget();
          await agreeOnVersions(model, real);
          await agreeOnMoves(model, real);
          await expectStacksInLineage(world, real);
        },
      ),
      { ...runs(100), interruptAfterTimeLimit: LIMIT_MS },
    );
  },
  LIMIT_MS + 60_000,
);
