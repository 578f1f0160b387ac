import type { Locator, Page } from '@playwright/test';
import { assertAccessible, LAYER } from './support/accessible';
import { mutate, type Outputs, query } from './support/api';
import { EditorPage } from './support/editor';
import { demoProject, enter, newProject } from './support/people';
import { expect, test } from './support/test';
import { newBranch, newWorkflow } from './support/workflows';

type Head = Outputs['version']['get'];
interface Branch {
  readonly projectId: string;
  readonly tagId: string;
}

/** The history of a branch as a person uses it. */
class HistoryPage {
  readonly page: Page;
  readonly branch: Branch;
  readonly path: string;

  constructor(page: Page, branch: Branch, workflowId: string) {
    this.page = page;
    this.branch = branch;
    this.path = `/p/${branch.projectId}/w/${workflowId}/history`;
  }

  async open(): Promise<void> {
    await this.page.goto(this.path);
    await expect(this.rows.first()).toContainText('now');
  }

  get rows(): Locator {
    return this.page.getByRole('region', { name: 'Moves' }).getByRole('listitem');
  }

  /** Opens the menu of the newest entry of that name. */
  async menu(message: string): Promise<Locator> {
    const name = `Actions for “${message}”`;
    await this.page.getByRole('button', { name, exact: true }).first().click();
    const menu = this.page.getByRole('menu');
    await expect(menu).toBeVisible();
    return menu;
  }

  async choose(message: string, item: string | RegExp): Promise<void> {
    const menu = await this.menu(message);
    await menu.getByRole('menuitem', { name: item }).click();
  }

  toast(words: string): Locator {
    return this.page.locator('[data-sonner-toast]').filter({ hasText: words });
  }

  /** Presses Undo in what was just said, and waits for the branch to be as it was. */
  async takeBack(words: string, as: Head): Promise<void> {
    await this.toast(words).getByRole('button', { name: 'Undo' }).click();
    await expect(this.toast('Undid')).toBeVisible();
    await expect.poll(() => this.hash()).toBe(as.version.versionHash);
    await expect(this.rows.first()).toContainText('Undo');
  }

  head(): Promise<Head> {
    return query(this.page, 'version.get', this.branch);
  }

  async hash(): Promise<string> {
    return (await this.head()).version.versionHash;
  }

  async names(): Promise<Record<string, string | undefined>> {
    const { document } = await this.head();
    const { nodes } = document as { nodes: Record<string, { name?: string }> };
    return Object.fromEntries(Object.entries(nodes).map(([id, { name }]) => [id, name]));
  }
}

/** A branch of three renames, one after the other. */
async function threeRenames(page: Page, projectOf = newProject): Promise<HistoryPage> {
  await enter(page, 'Ada');
  const projectId = await projectOf(page, 'Verbs');
  const { workflow, tag, version } = await newWorkflow(page, projectId);
  let parent = version.id;
  for (const [id, value] of [
    ['fetch', 'Fetch orders'],
    ['store', 'Keep'],
    ['spare', 'Extra'],
  ]) {
    const ops = [{ op: 'replace', path: `/nodes/${id}/name`, value }];
    parent = await append(page, { projectId, tagId: tag.id }, { parent, ops });
  }
  return new HistoryPage(page, { projectId, tagId: tag.id }, workflow.id);
}

async function append(
  page: Page,
  branch: Branch,
  edit: { parent: string; ops: object[] },
): Promise<string> {
  const answer = await mutate<Outputs['patch']['append']>(page, 'patch.append', {
    ...branch,
    ...edit,
  });
  if (answer.status !== 'committed') throw new Error(`The edit is ${answer.status}.`);
  return answer.version.id;
}

test('[T5] an older version is restored on top, after what that changes was said', async ({
  page,
}) => {
  const history = await threeRenames(page);
  await history.open();
  const before = await history.head();
  const menu = await history.menu('Rename Fetch to Fetch orders');
  await assertAccessible(page, LAYER);
  await menu.getByRole('menuitem', { name: 'Restore this version…' }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('2 nodes change');
  await assertAccessible(page, LAYER);
  await dialog.getByRole('button', { name: 'Restore' }).click();
  await expect(history.toast('Restored “Rename Fetch to Fetch orders”')).toBeVisible();
  await expect(history.rows.first()).toContainText('Restore “Rename Fetch to Fetch orders”');
  await expect(history.rows.first()).toContainText('now');
  expect(await history.names()).toMatchObject({
    fetch: 'Fetch orders',
    store: 'Store',
    spare: 'Spare',
  });
  expect((await history.head()).version.parentId).toBe(before.version.id);
  await history.takeBack('Restored', before);
});

test('[T4] one older edit is reverted, and what came after stays', async ({ page }) => {
  const history = await threeRenames(page);
  await history.open();
  const before = await history.head();
  await history.choose('Rename Store to Keep', 'Revert this change');
  await expect(history.rows.first()).toContainText('Revert “Rename Store to Keep”');
  expect(await history.names()).toMatchObject({
    fetch: 'Fetch orders',
    store: 'Store',
    spare: 'Extra',
  });

  await test.step('undone', () => history.takeBack('Reverted', before));

  await test.step('twice: nothing of it is left, and that is said', async () => {
    await history.choose('Rename Store to Keep', 'Revert this change');
    await expect(history.toast('Reverted')).toBeVisible();
    await history.choose('Rename Store to Keep', 'Revert this change');
    await expect(history.toast('nothing to revert')).toBeVisible();
  });

  await test.step('in the way of what came later: said in words, by whom, and nothing is done', async () => {
    const { version } = await history.head();
    const ops = [{ op: 'replace', path: '/nodes/store/name', value: 'Shelve' }];
    await append(page, history.branch, { parent: version.id, ops });
    await history.open();
    const stood = await history.hash();
    await history.choose('Rename Store to Keep', 'Revert this change');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('“Rename Store to Keep” cannot be reverted alone');
    await expect(dialog).toContainText('Name of Keep');
    await expect(dialog).toContainText('Ada set it to “Shelve”; it would become “Store”.');
    await expect(dialog).toContainText('Ada, “Rename Store to Shelve”');
    await assertAccessible(page, LAYER);
    expect(await history.hash()).toBe(stood);
    await dialog.getByRole('link', { name: 'Open the editor' }).click();
    await new EditorPage(page).ready();
  });
});

test('[T4] an edit is made again on another branch', async ({ page }) => {
  const history = await threeRenames(page);
  const { projectId } = history.branch;
  const { items } = await query<Outputs['tag']['moves']>(page, 'tag.moves', history.branch);
  const first = items.at(-1)!.to;
  const { version } = await history.head();
  const { workflowId } = version;
  const one = await newBranch(page, { projectId, workflowId, versionId: first, name: 'try/one' });
  const other = new HistoryPage(page, { projectId, tagId: one.id }, workflowId);
  const before = await other.head();
  await history.open();

  await history.choose('Rename Spare to Extra', 'Cherry-pick to a branch…');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('radio', { name: 'main' })).toHaveCount(0);
  await assertAccessible(page, LAYER);
  await dialog.getByRole('radio', { name: 'try/one' }).check();
  await dialog.getByRole('button', { name: 'Cherry-pick' }).click();
  await expect(history.toast('is on try/one now')).toBeVisible();
  expect(await other.names()).toMatchObject({ fetch: 'Fetch', spare: 'Extra' });
  expect((await history.head()).version.id).toBe(version.id);
  await history.toast('is on try/one now').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => other.hash()).toBe(before.version.versionHash);
  expect((await history.head()).version.id).toBe(version.id);
});

test('[T5] an admin resets a branch, is told what leaves it, and takes it back', async ({
  page,
}) => {
  const history = await threeRenames(page);
  await history.open();
  const before = await history.head();
  await history.choose('Rename Fetch to Fetch orders', 'Reset main to here…');
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText(
    'The 2 moves after “Rename Fetch to Fetch orders” leave the branch',
  );
  await assertAccessible(page, LAYER);
  await dialog.getByRole('button', { name: 'Reset main' }).click();
  await expect(history.rows.first()).toContainText('Reset to “Rename Fetch to Fetch orders”');
  expect(await history.names()).toMatchObject({ store: 'Store', spare: 'Spare' });
  await history.takeBack('Reset main to', before);
});

test('[A3] what one may not do stays in the menu, with the reason', async ({ page }) => {
  const history = await threeRenames(page, demoProject);

  await test.step('who edits is no admin', async () => {
    await enter(page, 'Ben');
    await history.open();
    const menu = await history.menu('Rename Store to Keep');
    const reset = menu.getByRole('menuitem', { name: 'Reset main to here…' });
    await expect(reset).toHaveAttribute('aria-disabled', 'true');
    await expect(reset).toContainText('Only admins can.');
    await page.keyboard.press('End');
    await expect(reset).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alertdialog')).toHaveCount(0);
    await page.keyboard.press('Escape');
  });

  await test.step('who reads can copy the link', async () => {
    await enter(page, 'Rosa');
    await history.open();
    const menu = await history.menu('Rename Store to Keep');
    await expect(menu.getByRole('menuitem', { name: /Revert/ })).toContainText('is to read');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await menu.getByRole('menuitem', { name: 'Copy link' }).click();
    await expect(history.toast('Link copied.')).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    await page.goto(link);
    await expect(page.getByText('Read only')).toBeVisible();
  });
});

test('[T5] a version on its own page is restored on the branch one came from', async ({ page }) => {
  const history = await threeRenames(page);
  const { projectId } = history.branch;
  const { version } = await history.head();
  const spot = { projectId, workflowId: version.workflowId, versionId: version.id };
  const side = await newBranch(page, { ...spot, name: 'side' });
  const ops = [{ op: 'remove', path: '/nodes/spare' }];
  const branch = { projectId, tagId: side.id };
  await append(page, branch, { parent: version.id, ops });
  await page.goto(`${history.path}?branch=side`);
  await page.getByRole('button', { name: /^Created Create branch/ }).click();
  await page.getByRole('link', { name: 'Page of this version' }).click();
  await page.waitForURL(/\/v\/.*\?branch=side/);

  await page.getByRole('button', { name: /^Actions for/ }).click();
  await page.getByRole('menuitem', { name: 'Restore this version…' }).click();
  await expect(page.getByRole('alertdialog')).toContainText('1 node comes back');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Restore' }).click();
  await page.waitForURL(/history\?branch=side/);
  const restored = new HistoryPage(page, branch, version.workflowId);
  expect(await restored.names()).toHaveProperty('spare');
  expect((await history.head()).version.id).toBe(version.id);
});
