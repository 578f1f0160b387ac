import { mutate } from './support/api';
import { expect, test } from './support/two-people';

test.skip(
  process.env.STEMMA_PICTURES !== '1',
  'The pictures of the documentation are made with STEMMA_PICTURES=1.',
);
test.use({ viewport: { width: 1440, height: 900 }, contextOptions: { reducedMotion: 'reduce' } });

test('pictures of a conflict, and of what the history offers', async ({ people }) => {
  const { ada, ben } = people;
  const { page } = ada;
  const { projectId, workflowId } = ada.place();
  const branch = { projectId, workflowId, tag: 'main' };
  const { version } = await ben.head();
  await mutate(ben.page, 'patch.append', {
    ...branch,
    parent: version.id,
    ops: [
      { op: 'replace', path: '/nodes/fetch/name', value: 'Fetch new orders' },
      { op: 'replace', path: '/nodes/store/name', value: 'Keep' },
    ],
  });

  await ada.select('Fetch');
  await ada.panel.getByLabel('Name').fill('Fetch all orders');
  await ada.panel.getByLabel('Name').blur();
  await expect(ada.savedState).toHaveAttribute('data-state', 'conflict');
  await page.keyboard.press('Escape');
  await ada.savedState.click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /^Yours/ }).check();
  await page.screenshot({ path: 'docs/pictures/conflict.png', animations: 'disabled' });
  await dialog.getByRole('button', { name: 'Save with these choices' }).click();
  await ada.saved();

  await page.goto(`/p/${projectId}/w/${workflowId}/history`);
  await page.getByRole('button', { name: 'Actions for “Rename 2 nodes”' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await page.screenshot({ path: 'docs/pictures/history-menu.png', animations: 'disabled' });
});
