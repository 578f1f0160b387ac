import type { Page } from '@playwright/test';
import fc from 'fast-check';
import { demoProject, enter } from './support/people';
import { test } from './support/test';
import { commands } from './support/undo-model/commands';
import { agree } from './support/undo-model/follow';
import { type Model, without } from './support/undo-model/model';
import { BENS, pictureOf, Workbench } from './support/undo-model/workbench';
import { newWorkflow, SMALL } from './support/workflows';

const RUNS = 15;
/** On a slow machine fewer runs, and a failure is told before it is as small as it gets. */
const LIMIT_MS = 120_000;

/** Ada's editor on a workflow of her own, and what the model knows of it. */
async function begin(bench: Workbench, projectId: string): Promise<Model> {
  const { workflow, version } = await newWorkflow(bench.page, projectId, { name: 'Undo' });
  await bench.open({ projectId, workflowId: workflow.id });
  const all = pictureOf(SMALL);
  const bens = all.nodes[BENS]!;
  return {
    picture: without(all, BENS),
    bens,
    seen: bens,
    heads: [version.id],
    past: [],
    future: [],
  };
}

async function atOwnDesk(page: Page): Promise<Page> {
  const context = await page.context().browser()!.newContext();
  return context.newPage();
}

test('[T2][T3] Ctrl+Z and Ctrl+Shift+Z in the browser do what a model in memory says', async ({
  page,
  trouble,
}) => {
  // More keys than there is to take back.
  trouble.expect(/409.*tag\.(undo|redo)/);
  test.setTimeout(LIMIT_MS + 60_000);
  await enter(page, 'Ada');
  const ben = await atOwnDesk(page);
  await enter(ben, 'Ben');
  const projectId = await demoProject(page);
  const bench = new Workbench(page, ben);
  await fc.assert(
    fc.asyncProperty(fc.commands(commands, { maxCommands: 20, size: 'max' }), async (sequence) => {
      const model = await begin(bench, projectId);
      await agree(model, bench);
      await fc.asyncModelRun(() => ({ model, real: bench }), sequence);
    }),
    { numRuns: RUNS, interruptAfterTimeLimit: LIMIT_MS },
  );
  await ben.context().close();
});
