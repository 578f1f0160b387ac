import type { Page } from '@playwright/test';
import { EditorPage } from './support/editor';
import { demoProject, enter, newProject } from './support/people';
import { expect, test } from './support/test';
import { importFixture, newWorkflow } from './support/workflows';

/** The editor on a small workflow of its own. */
async function openSmall(page: Page, projectOf = newProject): Promise<EditorPage> {
  await enter(page, 'Ada');
  const projectId = await projectOf(page, 'Edits');
  const { workflow } = await newWorkflow(page, projectId);
  const editor = new EditorPage(page);
  await editor.open({ projectId, workflowId: workflow.id });
  return editor;
}

async function nodesOf(editor: EditorPage) {
  const { document } = await editor.head();
  return (document as { nodes: Record<string, { name: string; config?: object }> }).nodes;
}

test('[P3] a click or a drag in the palette adds a node, one version each', async ({ page }) => {
  const editor = await openSmall(page);
  const before = await editor.moves();

  await editor.add('Transform');
  await expect(editor.node('Transform')).toHaveClass(/selected/);
  await editor.movedTo(before + 1);

  await page.keyboard.press('Escape');
  await expect(editor.panel).toBeHidden();
  const target = { x: 200, y: 540 };
  await page.getByRole('button', { name: 'Add Delay', exact: true }).dragTo(editor.canvas, {
    targetPosition: target,
  });
  await editor.movedTo(before + 2);
  const canvas = (await editor.canvas.boundingBox())!;
  const box = (await editor.node('Delay').boundingBox())!;
  expect(Math.abs(box.x + box.width / 2 - canvas.x - target.x)).toBeLessThan(40);
  expect(Math.abs(box.y + box.height / 2 - canvas.y - target.y)).toBeLessThan(40);

  await page.getByLabel('Search node types').fill('sql');
  await page.getByLabel('Search node types').press('Enter');
  await expect(editor.node('SQL query')).toBeVisible();
  await editor.movedTo(before + 3);
});

test('[D2] a refused connection says why, while it is drawn and after', async ({ page }) => {
  const editor = await openSmall(page);
  const before = await editor.moves();
  for (const [from, to, words] of [
    ['Fetch', 'Fetch', 'A node cannot be connected to itself.'],
    ['Start', 'Fetch', 'Start and Fetch are connected already.'],
    ['Store', 'Fetch', 'That would close a loop: Fetch → Store → Fetch.'],
  ] as const) {
    await test.step(words, async () => {
      await editor.pull(from, to);
      await expect(editor.canvas.getByRole('status').getByText(words)).toBeVisible();
      await page.mouse.up();
      await expect(editor.canvas.getByText(words)).toBeHidden();
      await expect(page.getByRole('listitem').getByText(words).first()).toBeVisible();
    });
  }
  expect(await editor.moves()).toBe(before);
  await editor.connect('Spare', 'Store');
  await editor.movedTo(before + 1);
});

test('[P3] several are deleted at once, with their connections, and come back at once', async ({
  page,
}) => {
  const editor = await openSmall(page);
  const before = await editor.head();
  await editor.select('Fetch');
  await editor.node('Store').click({ modifiers: ['Shift'] });
  await expect(page.getByRole('toolbar', { name: 'Selection' })).toContainText('2 selected');
  await page.keyboard.press('Delete');
  await expect(editor.node('Fetch')).toHaveCount(0);
  await editor.moved();
  const { version } = await editor.head();
  expect([version.nodesCount, version.edgesCount]).toEqual([2, 0]);
  await editor.undo();
  await expect(editor.node('Store')).toBeVisible();
  expect((await editor.head()).version.id).toBe(before.version.id);
});

test('copy, paste and duplicate keep the connections inside', async ({ page }) => {
  const editor = await openSmall(page);
  const before = await editor.moves();
  await editor.select('Fetch');
  await editor.node('Store').click({ modifiers: ['Shift'] });

  await page.keyboard.press('ControlOrMeta+c');
  await page.keyboard.press('ControlOrMeta+v');
  await editor.movedTo(before + 1);
  const pasted = (await editor.head()).version;
  expect([pasted.nodesCount, pasted.edgesCount]).toEqual([6, 3]);

  await page.keyboard.press('ControlOrMeta+d');
  await editor.movedTo(before + 2);
  const doubled = (await editor.head()).version;
  expect([doubled.nodesCount, doubled.edgesCount]).toEqual([8, 4]);

  const names = Object.values(await nodesOf(editor)).map((node) => node.name);
  expect(new Set(names).size).toBe(names.length);
});

test('everything by keyboard: reach a node, nudge it, delete it, undo', async ({ page }) => {
  const editor = await openSmall(page);
  const before = await editor.moves();
  const focused = page.locator('.react-flow__node:focus');

  await test.step('Tab leads to the nodes, Enter selects', async () => {
    const fetch = editor.node('Fetch').and(focused);
    await page.getByLabel('Search node types').focus();
    for (let turn = 0; turn < 60 && (await fetch.count()) === 0; turn += 1)
      await page.keyboard.press('Tab');
    await expect(focused).toHaveAccessibleName('Fetch, HTTP request');
    await page.keyboard.press('Enter');
    await expect(editor.panel.getByLabel('Name')).toHaveValue('Fetch');
    await expect(focused).toHaveAccessibleName('Fetch, HTTP request');
  });

  await test.step('[P3] a burst of arrows is one version', async () => {
    for (let turn = 0; turn < 3; turn += 1) await page.keyboard.press('ArrowDown');
    await editor.movedTo(before + 1);
  });

  await test.step('Delete, undo twice', async () => {
    await page.keyboard.press('Delete');
    await expect(editor.node('Fetch')).toHaveCount(0);
    await editor.movedTo(before + 2);
    await editor.undo();
    await expect(editor.node('Fetch')).toBeVisible();
    await editor.undo();
    await editor.movedTo(before + 4);
    await expect(page.getByTestId('undo')).toHaveAttribute('aria-disabled', 'true');
  });
});

test('[P3] a form says what is wrong beside the field, and saves once per pause', async ({
  page,
}) => {
  const editor = await openSmall(page);
  const before = await editor.moves();
  await editor.select('Fetch');
  const address = editor.panel.getByRole('textbox', { name: /^Address/ });

  await test.step('[D2] what is wrong is said, and kept', async () => {
    await address.fill('somewhere');
    await expect(
      editor.panel.getByText('An address starts with https:// or http://.'),
    ).toBeVisible();
    await editor.movedTo(before + 1);
    await expect(page.getByRole('button', { name: '1 problem', exact: true })).toBeVisible();
  });

  await test.step('a whole address is one version', async () => {
    await address.fill('');
    await address.pressSequentially('https://example.org/new', { delay: 10 });
    await address.blur();
    await editor.movedTo(before + 2);
    await expect(editor.panel.getByText('An address starts with')).toBeHidden();
    await expect(page.getByTestId('problems')).toBeHidden();
    expect((await nodesOf(editor))['fetch']?.config).toMatchObject({
      url: 'https://example.org/new',
    });
  });

  await test.step('a switch is a version at once', async () => {
    await editor.panel.getByRole('switch', { name: 'Enabled' }).click();
    await editor.movedTo(before + 3);
    await expect(editor.node('Fetch')).toContainText('off');
    await page.keyboard.press('Escape');
    await editor.select('Fetch');
    await page.keyboard.press('e');
    await editor.movedTo(before + 4);
    await expect(editor.node('Fetch')).not.toContainText('off');
  });
});

test('[D3] a node of an unknown type is edited as JSON', async ({ page }) => {
  await enter(page, 'Ada');
  const projectId = await newProject(page, 'Unknown');
  const { workflow } = await importFixture(page, projectId, 'inbox');
  const editor = new EditorPage(page);
  await editor.open({ projectId, workflowId: workflow.id });
  const before = await editor.moves();
  await editor.zoomTo('Classify');
  await editor.select('Classify');
  await expect(editor.panel.getByText('Unknown type')).toBeVisible();
  const json = editor.panel.getByRole('textbox', { name: 'JSON' });
  await json.fill('{"prompt": ');
  await expect(
    editor.panel.getByText('This is no JSON object yet; it is not saved.'),
  ).toBeVisible();
  await json.fill('{"prompt": "Which topic?"}');
  await json.blur();
  await editor.movedTo(before + 1);
  await expect(json).toHaveValue(/Which topic/);
});

test('a note is added, written and undone', async ({ page }) => {
  const editor = await openSmall(page);
  const before = await editor.moves();
  await page.getByRole('button', { name: 'Add sticky note' }).click();
  await editor.movedTo(before + 1);
  await editor.canvas.getByText('Double-click to write.').dblclick();
  const note = editor.canvas.getByRole('textbox', { name: 'Note' });
  await note.fill('Ask **first**');
  await note.press('ControlOrMeta+Enter');
  await expect(editor.canvas.getByText('first')).toHaveCSS('font-weight', /[67]00/);
  await editor.movedTo(before + 2);
  await editor.undo();
  await expect(editor.canvas.getByText('Double-click to write.')).toBeVisible();
});

test('the list of problems leads to each of them', async ({ page }) => {
  const editor = await openSmall(page);
  await editor.add('HTTP request');
  await page.keyboard.press('Escape');
  await expect(editor.panel).toBeHidden();
  await page.getByTestId('problems').click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /HTTP request/ })
    .first()
    .click();
  await expect(editor.panel.getByLabel('Name')).toHaveValue('HTTP request');
  await expect(editor.canvas.locator('.react-flow__node.selected')).toBeInViewport();
  await editor.moved();
});

test('[V5] the edit of a second tab that is behind goes on top, unasked', async ({
  page,
  context,
}) => {
  const editor = await openSmall(page);
  const second = new EditorPage(await context.newPage());
  await second.open(editor.place());
  const before = await editor.moves();

  await page.bringToFront();
  await editor.drag('Store', { x: 40, y: 32 });
  await second.page.bringToFront();
  await second.drag('Spare', { x: 40, y: 32 });
  await second.movedTo(before + 2);
  const nodes = (await nodesOf(editor)) as Record<string, { position?: { x: number; y: number } }>;
  expect(nodes['store']?.position).not.toEqual({ x: 544, y: 0 });
  expect(nodes['spare']?.position).not.toEqual({ x: 272, y: 144 });
  await expect(second.page.getByText('Your changes from elsewhere were added.')).toBeAttached();
});

test('[V4] offline is said; what was drawn is saved later, exactly once', async ({
  page,
  context,
  trouble,
}) => {
  trouble.expect(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_CONNECTION/);
  const editor = await openSmall(page);
  const before = await editor.moves();

  await test.step('without a connection', async () => {
    await context.setOffline(true);
    await editor.move('Spare', { x: 40, y: 32 });
    await expect(editor.savedState).toHaveText('1 unsaved, retrying');
    await editor.move('Store', { x: 40, y: 32 });
    await expect(editor.savedState).toHaveText('2 unsaved, retrying');
    await context.setOffline(false);
    await editor.movedTo(before + 2);
  });

  await test.step('when only the answer is lost', async () => {
    await page.route(
      /patch\.append/,
      async (route) => {
        await route.fetch();
        await route.abort('connectionreset');
      },
      { times: 1 },
    );
    await editor.move('Spare', { x: -40, y: -16 });
    await editor.movedTo(before + 3);
  });
});

test('[A3] a refusal of the server is shown in words, and the edit is kept', async ({
  page,
  trouble,
}) => {
  trouble.expect(/40[13]/);
  const editor = await openSmall(page, demoProject);
  const before = await editor.moves();

  await test.step('signed out meanwhile: it waits', async () => {
    await page.context().clearCookies();
    await editor.move('Spare', { x: 40, y: 32 });
    await expect(editor.savedState).toHaveText('1 unsaved, retrying');
    await editor.savedState.click();
    await expect(page.getByRole('dialog')).toContainText(/sign in/i);
  });

  await test.step('signed in as somebody who only reads: it is refused', async () => {
    await enter(page, 'Rosa');
    await page.getByRole('button', { name: 'Try now' }).click();
    await expect(editor.savedState).toHaveText('1 not saved');
    await expect(page.getByRole('dialog')).toContainText(/role|allowed|may not/i);
    await expect(page.getByRole('button', { name: 'Export edits' })).toBeVisible();
  });

  await test.step('as oneself again: nothing was lost', async () => {
    await enter(page, 'Ada');
    await page.getByRole('button', { name: 'Reload branch and reapply' }).click();
    await editor.movedTo(before + 1);
  });
});
