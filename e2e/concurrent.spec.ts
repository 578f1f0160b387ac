import type { Locator } from '@playwright/test';
import { assertAccessible, LAYER } from './support/accessible';
import type { EditorPage } from './support/editor';
import { expect, onAnotherDevice, test } from './support/two-people';

/** Renames a node in its form, and does not wait for it to be saved. */
async function rename(editor: EditorPage, from: string, to: string): Promise<void> {
  await editor.page.keyboard.press('Escape');
  await editor.select(from);
  const name = editor.panel.getByLabel('Name');
  await expect(name).toHaveValue(from);
  await name.fill(to);
  await name.blur();
}

async function renamed(editor: EditorPage, from: string, to: string): Promise<void> {
  await rename(editor, from, to);
  await editor.moved();
}

interface Nodes {
  readonly [id: string]: { name: string; position?: object } | undefined;
}

async function nodesOf(editor: EditorPage): Promise<Nodes> {
  return ((await editor.head()).document as { nodes: Nodes }).nodes;
}

const inConflict = (editor: EditorPage) =>
  expect(editor.savedState).toHaveAttribute('data-state', 'conflict');

/** Opens what asks for choices. */
async function ask(editor: EditorPage): Promise<Locator> {
  await editor.savedState.click();
  const dialog = editor.page.getByRole('dialog', { name: 'Choose what to keep' });
  await expect(dialog).toBeVisible();
  return dialog;
}

test('[V5] edits that touch nothing in common all land, and nobody is asked', async ({
  people,
}) => {
  const { ada, ben } = people;
  const before = await ada.moves();
  await renamed(ada, 'Fetch', 'Fetch orders');
  await renamed(ben, 'Store', 'Keep');
  await renamed(ada, 'Start', 'Begin');
  await expect.poll(() => ada.moves()).toBe(before + 3);
  for (const name of ['Begin', 'Fetch orders', 'Keep']) {
    await expect(ada.node(name)).toBeVisible();
  }
  await expect(ben.node('Fetch orders')).toBeVisible();
  await expect(ada.page.getByText('Ben’s changes were added.')).toBeAttached();
  await expect(ben.page.getByText('Ada’s changes were added.')).toBeAttached();
});

test('[V5] the same field: the second is asked, with both values and by whom', async ({
  people,
}) => {
  const { ada, ben } = people;
  const before = await ada.moves();
  await renamed(ada, 'Fetch', 'Fetch orders');
  await rename(ben, 'Fetch', 'Fetch all');
  await inConflict(ben);
  await expect(ben.savedState).toHaveText('1 conflict: choose');
  await expect(ben.node('Fetch all')).toBeVisible();
  expect(await ada.moves()).toBe(before + 1);

  const dialog = await ask(ben);
  await expect(dialog).toContainText('Name of Fetch');
  await expect(dialog).toContainText('Was “Fetch”');
  await expect(dialog).toContainText('Rename Fetch to Fetch orders');
  await expect(dialog.getByRole('status')).toHaveText('0 of 1 resolved');
  const save = dialog.getByRole('button', { name: 'Save with these choices' });
  await expect(save).toBeDisabled();
  await assertAccessible(ben.page, LAYER);

  await test.step('everything by keyboard', async () => {
    await ben.page.keyboard.press('Tab');
    await dialog.getByRole('radio', { name: /^Yours/ }).focus();
    await ben.page.keyboard.press('Space');
    await expect(dialog.getByRole('status')).toHaveText('1 of 1 resolved');
    await ben.page.keyboard.press('ArrowDown');
    await expect(dialog.getByRole('radio', { name: /^Ada’s “Fetch orders”/ })).toBeChecked();
    await ben.page.keyboard.press('ArrowUp');
    await expect(dialog.getByRole('radio', { name: /^Yours “Fetch all”/ })).toBeChecked();
    await save.focus();
    await ben.page.keyboard.press('Enter');
  });
  await ben.movedTo(before + 2);
  expect((await nodesOf(ben))['fetch']?.name).toBe('Fetch all');
  await expect(ben.page.getByRole('main')).toBeFocused();
});

test('[V5] theirs is kept, another value is written, or the edit is given up', async ({
  people,
}) => {
  const { ada, ben } = people;
  const before = await ada.moves();
  await renamed(ada, 'Fetch', 'Fetch orders');
  await rename(ben, 'Fetch', 'Fetch all');
  await inConflict(ben);

  await test.step('theirs: nothing is stored', async () => {
    const dialog = await ask(ben);
    await dialog.getByRole('radio', { name: /^Ada’s/ }).check();
    await dialog.getByRole('button', { name: 'Save with these choices' }).click();
    await ben.movedTo(before + 1);
    await expect(ben.node('Fetch orders')).toBeVisible();
  });

  await test.step('another value', async () => {
    await renamed(ada, 'Store', 'Keep');
    await rename(ben, 'Store', 'Shelve');
    await inConflict(ben);
    const dialog = await ask(ben);
    await dialog.getByRole('radio', { name: 'Another value…' }).check();
    const value = dialog.getByRole('textbox', { name: 'Name of Store, another value' });
    await expect(value).toHaveValue('Shelve');
    await value.fill('Keep on a shelf');
    await assertAccessible(ben.page, LAYER);
    await dialog.getByRole('button', { name: 'Save with these choices' }).click();
    await ben.movedTo(before + 3);
    expect((await nodesOf(ben))['store']?.name).toBe('Keep on a shelf');
  });

  await test.step('given up, and what waited behind it is saved', async () => {
    await renamed(ada, 'Start', 'Begin');
    await rename(ben, 'Start', 'Kick off');
    await inConflict(ben);
    await rename(ben, 'Spare', 'Extra');
    const dialog = await ask(ben);
    await expect(dialog.getByRole('status')).toHaveText('0 of 1 resolved; 1 edit after it');
    await dialog.getByRole('button', { name: 'Discard my edit' }).click();
    await ben.movedTo(before + 5);
    await expect(ben.node('Begin')).toBeVisible();
    expect((await nodesOf(ben))['spare']?.name).toBe('Extra');
  });
});

test('[V5] one deletes what the other edits; leaving is asked about meanwhile', async ({
  people,
}) => {
  const { ada, ben } = people;
  await ada.select('Store');
  await ada.page.keyboard.press('Delete');
  await ada.moved();
  await rename(ben, 'Store', 'Keep');
  await inConflict(ben);

  await test.step('a reload is asked about, and the edit is there still', async () => {
    let asked = false;
    ben.page.once('dialog', (dialog) => {
      asked = true;
      void dialog.dismiss();
    });
    await ben.page.close({ runBeforeUnload: true });
    await expect.poll(() => asked).toBe(true);
    await expect(ben.node('Keep')).toBeVisible();
  });

  const dialog = await ask(ben);
  await expect(dialog).toContainText('Ada deleted Store; you changed its name.');
  await assertAccessible(ben.page, LAYER);
  await dialog.getByRole('radio', { name: /Keep it, with your changes/ }).check();
  await dialog.getByRole('button', { name: 'Save with these choices' }).click();
  await ben.moved();
  const { document } = await ben.head();
  const { nodes, edges } = document as { nodes: Nodes; edges: object };
  expect(nodes['store']?.name).toBe('Keep');
  expect(Object.keys(edges).sort()).toEqual(['e1', 'e2']);
});

test('[L2] what waits for a choice is there still after a look at the history', async ({
  people,
}) => {
  const { ada, ben } = people;
  const before = await ada.moves();
  await renamed(ada, 'Fetch', 'Fetch orders');
  await rename(ben, 'Fetch', 'Fetch all');
  await inConflict(ben);
  await ben.page.getByRole('link', { name: 'History' }).click();
  await expect(ben.page.getByRole('heading', { name: 'History' })).toBeVisible();
  const toast = ben.page.getByRole('listitem').filter({ hasText: '1 edit not saved' });
  await toast.getByRole('button', { name: 'Go back' }).click();
  await inConflict(ben);
  await expect(ben.node('Fetch all')).toBeVisible();
  const dialog = await ask(ben);
  await dialog.getByRole('radio', { name: /^Yours/ }).check();
  await dialog.getByRole('button', { name: 'Save with these choices' }).click();
  await ben.movedTo(before + 2);
  expect((await nodesOf(ben))['fetch']?.name).toBe('Fetch all');
});

test('[T3] Ctrl+Z takes back mine alone, after both have edited', async ({ people, browser }) => {
  const { ada, ben } = people;
  await renamed(ada, 'Fetch', 'Fetch orders');
  await renamed(ben, 'Store', 'Keep');
  await renamed(ada, 'Start', 'Begin');
  await renamed(ben, 'Spare', 'Extra');
  const names = async () => {
    const nodes = await nodesOf(ada);
    return ['start', 'fetch', 'store', 'spare'].map((id) => nodes[id]?.name);
  };

  await ada.page.keyboard.press('Escape');
  await ada.undo();
  expect(await names()).toEqual(['Start', 'Fetch orders', 'Keep', 'Extra']);
  await expect(ada.node('Extra')).toBeVisible();
  await ben.page.keyboard.press('Escape');
  await ben.undo();
  expect(await names()).toEqual(['Start', 'Fetch orders', 'Keep', 'Spare']);

  await test.step('after a reload, and on another device', async () => {
    await ada.page.reload();
    await ada.ready();
    await ada.undo();
    expect(await names()).toEqual(['Start', 'Fetch', 'Keep', 'Spare']);
    const device = await onAnotherDevice(browser, 'Ada');
    await device.editor.open(ada.place());
    await device.editor.redo();
    expect(await names()).toEqual(['Start', 'Fetch orders', 'Keep', 'Spare']);
    expect(device.trouble.unexpected()).toEqual([]);
    await device.close();
  });
});

test('[T3] an undo that others are in the way of says so, and leads to the history', async ({
  people,
}) => {
  const { ada, ben, bensTrouble } = people;
  bensTrouble.expect(/409/);
  await renamed(ben, 'Fetch', 'Fetch all');
  await ada.page.reload();
  await ada.ready();
  await renamed(ada, 'Fetch all', 'Fetch orders');
  await ben.page.keyboard.press('Escape');
  await ben.page.keyboard.press('ControlOrMeta+z');
  const toast = ben.page.getByRole('listitem').filter({ hasText: 'by Ada' });
  await expect(toast).toContainText('Rename Fetch all to Fetch orders');
  await toast.getByRole('button', { name: 'History' }).click();
  await expect(ben.page.getByRole('heading', { name: 'History' })).toBeVisible();
});
