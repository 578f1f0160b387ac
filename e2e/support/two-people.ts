import type { Browser } from '@playwright/test';
import { EditorPage } from './editor';
import { demoProject, enter, type Demo } from './people';
import { expect, test as base } from './test';
import { Trouble } from './trouble';
import { newWorkflow } from './workflows';

interface Device {
  readonly editor: EditorPage;
  /** What went wrong there; the test’s own trouble is that of its own browser. */
  readonly trouble: Trouble;
  readonly close: () => Promise<void>;
}

interface TwoPeople {
  /** Ada in the test’s own browser, and Ben in another, in the editor on the same branch. */
  readonly ada: EditorPage;
  readonly ben: EditorPage;
  readonly bensTrouble: Trouble;
}

/** Playwright's test with two people, failing when a page of either complained. */
export const test = base.extend<{ people: TwoPeople }>({
  people: async ({ browser, page }, provide) => {
    const ada = new EditorPage(page);
    await enter(page, 'Ada');
    const projectId = await demoProject(page);
    const { workflow } = await newWorkflow(page, projectId, { name: 'Together' });
    const spot = { projectId, workflowId: workflow.id };
    await ada.open(spot);
    const { editor: ben, trouble: bensTrouble, close } = await onAnotherDevice(browser, 'Ben');
    await ben.open(spot);
    await provide({ ada, ben, bensTrouble });
    expect(bensTrouble.unexpected()).toEqual([]);
    await close();
  },
});

/** Somebody in a browser that knows nothing of the others. */
export async function onAnotherDevice(browser: Browser, person: Demo): Promise<Device> {
  const context = await browser.newContext();
  const trouble = new Trouble(context);
  const editor = new EditorPage(await context.newPage());
  await enter(editor.page, person);
  return { editor, trouble, close: () => context.close() };
}

export { expect };
