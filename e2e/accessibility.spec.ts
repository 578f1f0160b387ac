import { assertAccessible, LAYER } from './support/accessible';
import { mutate, type Outputs } from './support/api';
import { EditorPage, hydrated } from './support/editor';
import { demoProject, enter, newProject } from './support/people';
import { expect, test } from './support/test';
import { deepen, fixtureFile, newWorkflow, WEIGHTY } from './support/workflows';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('axe finds nothing serious on any page, by day and by night', async ({ page, trouble }) => {
  test.setTimeout(120_000);
  trouble.expect(/404/);
  const visit = (path: string, ready: RegExp) =>
    test.step(`${path.replace(/[0-9a-f-]{36}/g, '…')}`, async () => {
      await page.goto(path);
      await expect(page.getByText(ready).first()).toBeVisible();
      await assertAccessible(page);
    });

  await visit('/sign-in', /Look around/);
  await visit('/setup', /Set up|Already/);
  await enter(page, 'Ada');
  const empty = await newProject(page, 'Nothing here');
  const projectId = await newProject(page, 'Something here');
  const created = await newWorkflow(page, projectId, { document: WEIGHTY });
  await deepen(page, { projectId, created, times: 22 });
  const run = await mutate<Outputs['run']['submit']>(page, 'run.submit', {
    projectId,
    tagId: created.tag.id,
  });
  const workflow = `/p/${projectId}/w/${created.workflow.id}`;
  await visit('/projects', /Something here/);
  await visit(`/p/${empty}`, /New workflow/);
  await visit(`/p/${empty}/runs`, /Runs/);
  await visit(`/p/${empty}/admin`, /No branch yet/);
  await visit(`/p/${projectId}`, /Small/);
  await visit(`/p/${projectId}/runs`, /Queued/);
  await visit(`/p/${projectId}/runs/${run.id}`, /Frozen graph/);
  await visit(`/p/${projectId}/admin`, /Compaction candidates/);
  await visit(workflow, /Fetch/);
  await visit(`${workflow}?branch=nowhere`, /There is no branch/);
  await visit(`${workflow}/history`, /Load more|Create/);
  await visit(`${workflow}/v/${created.version.id}`, /Read only/);
  await visit('/nowhere', /./);
  const demo = await demoProject(page);
  const { workflow: shared } = await newWorkflow(page, demo, { name: 'To read' });
  await enter(page, 'Rosa');
  await visit(`/p/${demo}/w/${shared.id}`, /View only/);
  await visit(`/p/${demo}/admin`, /For admins/);
});

test('axe finds nothing serious in what opens over a page', async ({ page }) => {
  test.setTimeout(120_000);
  await enter(page, 'Ada');
  const projectId = await newProject(page, 'Dialogs');
  const created = await newWorkflow(page, projectId, { document: WEIGHTY });
  await deepen(page, { projectId, created, times: 22 });
  const editor = new EditorPage(page);
  const dialog = page.getByRole('dialog');
  const over = (title: string, open: () => Promise<unknown>) =>
    test.step(title, async () => {
      await open();
      await expect(page.locator(LAYER)).toBeVisible();
      await assertAccessible(page, LAYER);
      await page.keyboard.press('Escape');
      await expect(page.locator(LAYER)).toHaveCount(0);
    });

  await page.goto(`/p/${projectId}`);
  await hydrated(page.getByRole('button', { name: 'Import' }).first());
  await over('jump', async () => {
    await page.keyboard.press('ControlOrMeta+k');
    await expect(dialog.getByText('Small')).toBeVisible();
  });
  await over('account', () => page.getByRole('button', { name: /^Account of/ }).click());
  await over('people', () => page.getByRole('button', { name: 'People' }).click());
  await over('actions', () => page.getByRole('button', { name: 'Actions for Small' }).click());
  await over('new workflow', async () => {
    await page.getByRole('button', { name: 'New workflow' }).click();
    await dialog.getByRole('button', { name: 'Create workflow' }).click();
    await expect(dialog.getByText('A name is needed.')).toBeVisible();
  });
  await over('import', () => page.getByRole('button', { name: 'Import' }).first().click());
  await over('import report', async () => {
    await page.getByRole('button', { name: 'Import' }).first().click();
    await page.getByLabel('Workflow file').setInputFiles(fixtureFile('inbox'));
    await expect(dialog.getByText('Imported')).toBeVisible();
  });

  await editor.open({ projectId, workflowId: created.workflow.id });
  await test.step('a selected node', async () => {
    await editor.add('HTTP request');
    await expect(editor.panel.getByRole('textbox', { name: /^Address/ })).toBeVisible();
    await expect(page.getByTestId('problems')).toBeVisible();
    await assertAccessible(page);
  });
  await over('problems', () => page.getByTestId('problems').click());
  await over('branches', async () => {
    await page.getByTestId('branch-switcher').click();
    await expect(page.getByRole('option', { name: /main/ })).toBeVisible();
  });
  await over('new branch', async () => {
    await page.getByTestId('branch-switcher').click();
    await page.getByRole('option', { name: 'New branch here' }).click();
    await expect(dialog.getByLabel('Name')).toBeVisible();
  });
  await over('more', () => page.getByRole('button', { name: 'More' }).click());
  await over('shortcuts', async () => {
    await page.keyboard.press('?');
    await expect(dialog).toContainText('Keyboard shortcuts');
  });
  await over('quick add', async () => {
    await editor.canvas.locator('.react-flow__pane').dblclick({ position: { x: 120, y: 60 } });
    await expect(dialog.getByLabel('Search node types')).toBeFocused();
  });
  await editor.saved();

  await page.goto(`/p/${projectId}/admin`);
  await over('proof', async () => {
    await page.getByRole('button', { name: 'Compact Small' }).click();
    await expect(dialog).toContainText('Equal');
  });
});

test('with reduced motion nothing moves', async ({ page }) => {
  await enter(page, 'Ada');
  const projectId = await newProject(page, 'Still');
  await newWorkflow(page, projectId);
  await page.goto(`/p/${projectId}`);
  await page.getByRole('button', { name: 'New workflow' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  const longest = await page.evaluate(() =>
    Math.max(
      0,
      ...[...document.querySelectorAll('*')].flatMap((element) => {
        const { animationDuration, transitionDuration } = getComputedStyle(element);
        return `${animationDuration},${transitionDuration}`.split(',').map(parseFloat);
      }),
    ),
  );
  expect(longest).toBeLessThan(0.02);
});
