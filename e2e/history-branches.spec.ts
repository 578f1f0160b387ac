import type { Page } from '@playwright/test';
import { EditorPage } from './support/editor';
import { enter, newProject } from './support/people';
import { expect, test } from './support/test';
import { deepen, importFixture, newBranch, newWorkflow } from './support/workflows';

async function freshWorkflow(page: Page) {
  await enter(page, 'Ada');
  const projectId = await newProject(page, 'Looking back');
  const created = await newWorkflow(page, projectId);
  const path = `/p/${projectId}/w/${created.workflow.id}`;
  return { projectId, created, path };
}

test('[T1] history is paged; any version opens read-only and begins a branch', async ({ page }) => {
  const { projectId, created, path } = await freshWorkflow(page);
  const editor = new EditorPage(page);
  await deepen(page, { projectId, created, times: 60 });
  await page.goto(`${path}/history`);
  const moves = page.getByRole('region', { name: 'Moves' });
  const rows = moves.getByRole('listitem');

  await test.step('fifty, then the rest', async () => {
    await expect(rows).toHaveCount(50);
    await expect(rows.first()).toContainText('now');
    await moves.getByRole('button', { name: 'Load more' }).click();
    await expect(rows).toHaveCount(61);
    await expect(moves.getByRole('button', { name: 'Load more' })).toBeHidden();
    await expect(rows.last()).toContainText('Ada');
  });

  await test.step('the first version, read-only, at an address of its own', async () => {
    await rows.last().getByRole('button').first().click();
    await expect(page).toHaveURL(new RegExp(`version=${created.version.id}`));
    await expect(editor.node('Fetch')).toBeVisible();
    await expect(page.getByText(created.version.versionHash.slice(0, 8)).first()).toBeVisible();
    await page.reload();
    await expect(page).toHaveURL(new RegExp(`version=${created.version.id}`));
    await page.getByRole('link', { name: 'Page of this version' }).click();
    await page.waitForURL(`${path}/v/${created.version.id}`);
    await expect(page.getByText('Read only')).toBeVisible();
    await expect(editor.node('Fetch')).toBeVisible();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Delete');
    await expect(editor.node('Fetch')).toBeVisible();
  });

  await test.step('[M1] a branch from there', async () => {
    await page.getByRole('button', { name: 'New branch from here' }).click();
    await page.getByLabel('Name').fill('From the start');
    await page.getByRole('button', { name: 'Create branch' }).click();
    await page.waitForURL(/branch=from-the-start/);
    await editor.ready();
    expect((await editor.head()).version.id).toBe(created.version.id);
    await editor.drag('Spare', { x: 40, y: 32 });
    expect((await editor.head()).version.parentId).toBe(created.version.id);
  });
});

test('the branch switcher finds, opens and makes branches; a taken name is refused', async ({
  page,
  trouble,
}) => {
  trouble.expect(/409/);
  const { projectId, created, path } = await freshWorkflow(page);
  const from = { projectId, workflowId: created.workflow.id, versionId: created.version.id };
  await newBranch(page, { ...from, name: 'try/one' });
  await newBranch(page, { ...from, name: 'try/two' });
  const editor = new EditorPage(page);
  const switcher = page.getByTestId('branch-switcher');
  await editor.open(from);

  await switcher.click();
  await page.getByPlaceholder('Find a branch').fill('two');
  await expect(page.getByRole('option', { name: /try\/one/ })).toBeHidden();
  await page.getByRole('option', { name: /try\/two/ }).click();
  await page.waitForURL(/branch=try%2Ftwo/);
  await expect(switcher).toHaveAccessibleName('Branch try/two');
  await editor.ready();

  await switcher.click();
  await page.getByRole('option', { name: 'New branch here' }).click();
  await page.getByLabel('Name').fill('try/one');
  await page.getByRole('button', { name: 'Create branch' }).click();
  await expect(page.getByRole('dialog')).toContainText(/try\/one.*already|already.*try\/one|taken/);
  await page.keyboard.press('Escape');

  await page.goto(`${path}?branch=nowhere`);
  await expect(page.getByText('There is no branch “nowhere”')).toBeVisible();
  await page.getByRole('link', { name: 'Open main' }).click();
  await editor.ready();
});

test('workflows are found, renamed, archived and brought back', async ({ page }) => {
  await enter(page, 'Ada');
  const projectId = await newProject(page, 'A shelf');
  await newWorkflow(page, projectId, { name: 'Weekly report' });
  await newWorkflow(page, projectId, { name: 'Invoices' });
  const { workflow } = await importFixture(page, projectId, 'leads');
  await page.goto(`/p/${projectId}`);
  const rows = page.getByRole('list', { name: 'Workflows' }).getByRole('listitem');
  const search = page.getByLabel('Search workflows');
  await expect(rows).toHaveCount(3);

  await test.step('search', async () => {
    await search.fill('REPORT');
    await expect(rows).toHaveCount(1);
    await search.fill('100%_');
    await expect(page.getByText(/100%_/)).toBeVisible();
    await search.fill('');
    await expect(rows).toHaveCount(3);
  });

  await test.step('rename', async () => {
    await page.getByRole('button', { name: 'Actions for Invoices' }).click();
    await page.getByRole('menuitem', { name: 'Rename' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Bills');
    await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
    await expect(rows.filter({ hasText: 'Bills' })).toBeVisible();
  });

  await test.step('archive, look, bring back', async () => {
    await page.getByRole('button', { name: `Actions for ${workflow.name}` }).click();
    await page.getByRole('menuitem', { name: 'Archive' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Archive' }).click();
    await expect(rows).toHaveCount(2);
    await page.getByRole('radio', { name: 'Archived' }).click();
    await expect(rows).toHaveCount(1);
    await rows.getByRole('link').click();
    await expect(page.getByTestId('canvas')).toBeVisible();
    await page.goBack();
    await page.getByRole('radio', { name: 'Archived' }).click();
    await page.getByRole('button', { name: `Actions for ${workflow.name}` }).click();
    await page.getByRole('menuitem', { name: 'Bring back' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Bring back' }).click();
    await page.getByRole('radio', { name: 'Active' }).click();
    await expect(rows).toHaveCount(3);
  });
});
