import type { Page } from '@playwright/test';
import { applyPatch, deepClone, type Operation } from 'fast-json-patch/index.mjs';
import { type Outputs, query } from './support/api';
import { EditorPage } from './support/editor';
import { createProject, signInAs } from './support/people';
import { independentVersionHash } from './support/replay';
import { expect, test } from './support/test';

/** Nodes of the fixture that lie close together. */
const first = 'World label';
const second = 'Hand to carrier';
const removed = 'Customs papers';

/** A workflow of sixty nodes, from nothing to a compacted branch that goes on. */
test('draw, save, undo, look back, run, compact, end to end on a workflow of 60 nodes', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await page.setViewportSize({ width: 1440, height: 900 });
  const editor = new EditorPage(page);
  const sent = watchPatches(page);

  await test.step('start from nothing, import', async () => {
    await signInAs(page, 'Ada');
    await createProject(page, 'Story');
    await importFile(page, 'e2e/fixtures/orders-60.n8n.json');
    await page.getByRole('link', { name: 'Open workflow' }).click();
    await editor.ready();
    await expect(editor.canvas.locator('.react-flow__node')).not.toHaveCount(0);
    const { version } = await editor.head();
    expect(version.nodesCount).toBe(60);
    expect(version.depth).toBe(0);
  });

  const heads: string[] = [];
  const keep = async () => heads.push((await editor.head()).version.id);

  await test.step('[P3] drag, connect, configure, rename, delete: one version each', async () => {
    await keep();
    await editor.drag(first, { x: 40, y: 30 });
    await keep();
    await editor.connect(first, second);
    await editor.moved();
    await keep();
    await editor.select(first);
    await configure(page, 'Name', `${first} now`);
    await editor.moved();
    await keep();
    await editor.select(second);
    await configure(page, 'Address', 'https://example.org/orders/new');
    await editor.moved();
    await keep();
    await page.keyboard.press('Escape');
    await editor.select(removed);
    await page.keyboard.press('Delete');
    await editor.moved();
    await keep();
    expect(new Set(heads).size).toBe(6);
    expect((await editor.head()).version.nodesCount).toBe(59);
  });

  await test.step('[T2] undo five times, redo five times: the same versions', async () => {
    for (const expected of heads.slice(0, -1).reverse()) {
      await editor.undo();
      expect((await editor.head()).version.id).toBe(expected);
    }
    for (const expected of heads.slice(1)) {
      await editor.redo();
      expect((await editor.head()).version.id).toBe(expected);
    }
  });

  await test.step('[T3] undo survives a reload', async () => {
    await page.reload();
    await editor.ready();
    await editor.undo();
    expect((await editor.head()).version.id).toBe(heads.at(-2));
    await editor.redo();
    expect((await editor.head()).version.id).toBe(heads.at(-1));
  });

  await test.step('[M1] branch and edit there; main stays', async () => {
    await page.getByTestId('branch-switcher').click();
    await page.getByRole('option', { name: 'New branch here' }).click();
    await page.getByLabel('Name').fill('try/faster');
    await page.getByRole('button', { name: 'Create branch' }).click();
    await page.waitForURL(/branch=try/);
    await editor.ready();
    await editor.zoomTo(`${first} now`);
    await editor.select(`${first} now`);
    await configure(page, 'Name', `${first} again`);
    await editor.moved();
    const { projectId, workflowId } = editor.place();
    const main = await query<Outputs['tag']['get']>(page, 'tag.get', {
      projectId,
      workflowId,
      tag: 'main',
    });
    expect(main.target).toBe(heads.at(-1));
  });

  await test.step('[R2] the same plan reuses its snapshot; moving a box links the same bytes', async () => {
    const runs: Outputs['run']['list']['items'] = [];
    for (let turn = 0; turn < 2; turn += 1) runs.unshift(await submitRun(page, editor));
    await editor.drag(`${first} again`, { x: -30, y: 20 });
    runs.unshift(await submitRun(page, editor));
    const [moved, again, once] = runs;
    expect([once?.snapshot, again?.snapshot, moved?.snapshot]).toEqual([
      'built',
      'reused',
      'linked',
    ]);
    expect(again?.snapshotId).toBe(once?.snapshotId);
    expect(moved?.snapshotHash).toBe(once?.snapshotHash);
    expect(moved?.planHash).not.toBe(once?.planHash);
    expect(moved?.status).toBe('QUEUED');
  });

  await test.step('[C1] compact a branch deeper than 20, keep editing', async () => {
    const before = await deepen(editor, `${first} again`);
    expect(before.version.depth).toBeGreaterThan(20);
    const { projectId } = editor.place();
    const branchUrl = page.url();
    await page.goto(`/p/${projectId}/admin`);
    await page
      .getByRole('row', { name: /try\/faster/ })
      .getByRole('button', { name: /^Compact/ })
      .click();
    const proof = page.getByRole('dialog');
    await expect(proof).toContainText('Equal');
    await expect(proof.getByText(before.version.versionHash)).toHaveCount(2);
    await proof.getByRole('button', { name: 'Done' }).click();

    await page.goto(branchUrl);
    await editor.ready();
    expect((await editor.head()).version.id).toBe(before.version.id);
    sent.length = 0;
    await editor.drag(`${first} again`, { x: 24, y: 16 });
    await editor.drag(`${first} again`, { x: 16, y: -24 });
    const after = await editor.head();
    expect(after.version.depth).toBe(2);
    expect(after.version.baseVersion).not.toBe(before.version.baseVersion);

    const base = await query<Outputs['version']['get']>(page, 'version.get', {
      projectId,
      versionId: after.version.baseVersion,
    });
    const replayed = sent.reduce(
      (document, ops) => applyPatch(document, deepClone(ops) as Operation[], true).newDocument,
      base.document as Record<string, unknown>,
    );
    expect(sent).toHaveLength(2);
    expect(independentVersionHash(replayed)).toBe(after.version.versionHash);
  });

  await test.step('[T2] undo goes on across the compaction', async () => {
    for (let turn = 0; turn < 3; turn += 1) await editor.undo();
    expect((await editor.head()).version.baseVersion).not.toBeUndefined();
    await expect(page.getByTestId('undo')).not.toHaveAttribute('aria-disabled', 'true');
  });

  await test.step('look back: history opens any version read-only', async () => {
    const { projectId, workflowId } = editor.place();
    await page.goto(`/p/${projectId}/w/${workflowId}/history?branch=main`);
    await expect(page.getByText('Import orders-60.n8n.json').first()).toBeVisible();
    await expect(page.getByText(new RegExp(`Rename ${first}`)).first()).toBeVisible();
    await page
      .getByText(new RegExp(`Move ${first}`))
      .first()
      .click();
    await expect(page.getByTestId('canvas')).toBeVisible();
  });
});

async function importFile(page: Page, file: string): Promise<void> {
  await page.getByRole('button', { name: 'Import' }).first().click();
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByRole('dialog').getByText('Imported')).toBeVisible();
}

async function configure(page: Page, field: string, value: string): Promise<void> {
  const panel = page.getByRole('complementary').last();
  const input = panel.getByRole('textbox', { name: new RegExp(`^${field}`) });
  await input.fill(value);
  await input.blur();
}

async function submitRun(
  page: Page,
  editor: EditorPage,
): Promise<Outputs['run']['list']['items'][number]> {
  const answer = page.waitForResponse(/run\.submit/);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  expect((await answer).status()).toBe(200);
  const { projectId, workflowId } = editor.place();
  const { items } = await query<Outputs['run']['list']>(page, 'run.list', {
    projectId,
    workflowId,
  });
  const [newest] = items;
  if (newest === undefined) throw new Error('No run was submitted.');
  return newest;
}

/** Nudges a node until the chain is deeper than any threshold. */
async function deepen(editor: EditorPage, name: string): Promise<Outputs['version']['get']> {
  await editor.select(name);
  for (;;) {
    const head = await editor.head();
    if (head.version.depth > 20) return head;
    await editor.page.keyboard.press('ArrowRight');
    await expect(async () => {
      expect((await editor.head()).version.id).not.toBe(head.version.id);
    }).toPass();
  }
}

/** The ops of every edit the page sends, in order. */
function watchPatches(page: Page): unknown[][] {
  const sent: unknown[][] = [];
  page.on('request', (request) => {
    if (!request.url().includes('patch.append')) return;
    const body: unknown = request.postDataJSON();
    const calls = (isCall(body) ? [body] : Object.values(body ?? {})).filter(isCall);
    sent.push(...calls.map((call) => call.ops));
  });
  return sent;
}

/** One call of `patch.append`; a batch is a map of them. */
function isCall(value: unknown): value is { ops: unknown[] } {
  return typeof value === 'object' && value !== null && 'ops' in value && Array.isArray(value.ops);
}
