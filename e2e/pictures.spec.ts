import type { Locator, Page } from '@playwright/test';
import { mutate } from './support/api';
import { EditorPage, hydrated } from './support/editor';
import { createProject, enter } from './support/people';
import { expect, test } from './support/test';
import { deepen, fixtureFile, importFixture, newBranch } from './support/workflows';

/** A node in the midst of the story's workflow, and others that lie near. */
const centre = 'World label';
const beside = 'Hand to carrier';
const split = 'Where does it go?';
const middle = 'Europe label';

test.skip(
  process.env.STEMMA_PICTURES !== '1',
  'The pictures of the documentation are made with STEMMA_PICTURES=1.',
);
test.use({ viewport: { width: 1440, height: 900 }, colorScheme: 'light' });

/** Once it shows what the picture is about, and nothing else is under way. */
async function take(page: Page, name: string, about: Locator): Promise<void> {
  await expect(about.first()).toBeVisible();
  await expect(page.locator('[data-sonner-toast]')).toHaveCount(0);
  await page.waitForLoadState('networkidle');
  await page.mouse.move(720, 899);
  await page.screenshot({ path: `docs/pictures/${name}.png`, animations: 'disabled' });
}

/** Zooms in and moves the paper until the node is so wide and begins there. */
async function compose(
  page: Page,
  node: Locator,
  { width, x, y }: { width: number; x: number; y: number },
): Promise<void> {
  const box = async () => (await node.boundingBox()) ?? { x, y, width, height: 0 };
  await expect(async () => {
    const { x: left, y: top, width: wide } = await box();
    if (wide < width) {
      await page.mouse.move(left + wide / 2, top + 10);
      await page.mouse.wheel(0, -60);
    }
    expect(wide).toBeGreaterThanOrEqual(width);
  }).toPass();
  const from = await box();
  const grip = { x: 300, y: 130 };
  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  await page.mouse.move(grip.x + x - from.x, grip.y + y - from.y, { steps: 5 });
  await page.mouse.up();
}

test('pictures of a prepared project', async ({ page }) => {
  test.setTimeout(180_000);
  const editor = new EditorPage(page);
  await page.goto('/sign-in');
  await take(page, 'sign-in', page.getByText('Ada'));

  await enter(page, 'Ada');
  const projectId = await createProject(page, 'Web shop');
  const created = await importFixture(page, projectId, 'orders');
  const spot = { projectId, workflowId: created.workflow.id };

  await test.step('the editor, after some edits', async () => {
    await editor.open(spot);
    await editor.drag(centre, { x: 0, y: 24 });
    await editor.connect(centre, beside);
    await editor.moved();
    await editor.select(centre);
    await editor.panel.getByLabel('Name').fill('Label, world');
    await editor.panel.getByLabel('Name').blur();
    await editor.moved();
    await editor.undo();
    await editor.redo();
    await page.keyboard.press('Escape');
    await editor.zoomTo(middle);
    await editor.select(middle);
    await compose(page, editor.node(split), { width: 170, x: 560, y: 330 });
    const form = editor.panel.getByRole('textbox', { name: /^Address/ });
    await take(page, 'editor', form);
    await page.emulateMedia({ colorScheme: 'dark' });
    await take(page, 'editor-dark', form);
    await page.emulateMedia({ colorScheme: 'light' });
  });

  await test.step('history', async () => {
    await page.goto(`/p/${projectId}/w/${spot.workflowId}/history`);
    await page.getByText(/^Rename World label/).click();
    await take(page, 'history', editor.node('Label, world'));
  });

  await test.step('a run, and figures worth a look', async () => {
    const from = { ...spot, versionId: created.version.id };
    await newBranch(page, { ...from, name: 'try/two-carriers' });
    await newBranch(page, { ...from, name: 'release/2026-11' });
    for (const tag of ['main', 'main', 'release/2026-11', 'main'])
      await mutate(page, 'run.submit', { ...spot, tag });
    await deepen(page, { projectId, created, times: 22 });
    const run = await mutate<{ id: string }>(page, 'run.submit', { ...spot, tag: 'main' });
    await page.goto(`/p/${projectId}/runs/${run.id}`);
    await take(page, 'run', editor.node('Label, world'));
    await page.goto(`/p/${projectId}/admin`);
    await take(page, 'admin', page.getByRole('button', { name: /^Compact / }));
  });

  await test.step('an import with something to report', async () => {
    await page.goto(`/p/${projectId}`);
    await hydrated(page.getByRole('button', { name: 'Import' }).first());
    await page.getByRole('button', { name: 'Import' }).first().click();
    await page.getByLabel('Workflow file').setInputFiles(fixtureFile('inbox'));
    await take(page, 'import', page.getByRole('dialog').getByText('Imported'));
  });

  await test.step('the editor on a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await editor.open(spot);
    await editor.zoomTo(middle);
    await editor.select(middle);
    await take(page, 'editor-phone', editor.panel.getByRole('textbox', { name: /^Address/ }));
  });
});
