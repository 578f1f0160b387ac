import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { type Outputs, query } from './support/api';
import { EditorPage, hydrated } from './support/editor';
import { enter, newProject } from './support/people';
import { expect, test } from './support/test';
import { fixtureFile, fixtureJson } from './support/workflows';

let projectId = '';

test.beforeEach(async ({ page }, info) => {
  await enter(page, 'Ada');
  projectId = await newProject(page, info.title.slice(0, 60));
  await page.goto(`/p/${projectId}`);
});

async function openImport(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Import' }).first().click();
  return page.getByRole('dialog');
}

async function choose(page: Page, name: string, content: string): Promise<void> {
  const file = { name, mimeType: 'application/json', buffer: Buffer.from(content) };
  await page.getByLabel('Workflow file').setInputFiles(file);
}

/** What an export hands to the person, as JSON. */
async function exported(page: Page, format: 'n8n JSON' | 'Stemma JSON'): Promise<unknown> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: format }).click();
  return JSON.parse(readFileSync(await (await download).path(), 'utf8'));
}

async function stored(page: Page): Promise<number> {
  const list = await query<Outputs['workflow']['list']>(page, 'workflow.list', { projectId });
  return list.items.length;
}

test('[D3] an import says what it found, and leaves as it came', async ({ page }) => {
  const editor = new EditorPage(page);
  const dialog = await openImport(page);
  await page.getByLabel('Workflow file').setInputFiles(fixtureFile('inbox'));

  await test.step('the report names everything that deserves a look', async () => {
    await expect(dialog.getByText('Imported')).toBeVisible();
    for (const [finding, detail] of [
      [/possible secret/, 'X-Api-Key'],
      [/nodes? of \d+ unknown types?/, '@n8n/n8n-nodes-langchain.chainLlm'],
      [/closing a loop/, 'Pause → Split mails'],
      [/to nodes that do not exist/, 'Ask a person → Escalate'],
      [/used more than once/, '× 2'],
      [/without an id/, 'Finished'],
    ] as const) {
      const section = dialog.getByRole('group').filter({ hasText: finding });
      if (!(await section.getByText(detail).isVisible())) await section.getByText(finding).click();
      await expect(section.getByText(detail)).toBeVisible();
    }
  });

  await test.step('as n8n JSON it is the file that came', async () => {
    await dialog.getByRole('link', { name: 'Open workflow' }).click();
    await editor.ready();
    expect(await exported(page, 'n8n JSON')).toEqual(fixtureJson('inbox'));
  });

  await test.step('[D4] as Stemma JSON it comes back with the same version hash', async () => {
    const { version } = await editor.head();
    const file = await exported(page, 'Stemma JSON');
    await page.goto(`/p/${projectId}`);
    await openImport(page);
    await choose(page, 'again.json', JSON.stringify(file));
    await page.getByRole('link', { name: 'Open workflow' }).click();
    await editor.ready();
    const again = await editor.head();
    expect(again.version.id).not.toBe(version.id);
    expect(again.version.versionHash).toBe(version.versionHash);
  });
});

test('[D2] what is no workflow is refused in words, and nothing is stored', async ({
  page,
  trouble,
}) => {
  trouble.expect(/4(00|13|22)\b/);
  const refusals: readonly [name: string, content: string, words: RegExp][] = [
    ['empty.json', '', /is empty/],
    ['broken.json', '{"nodes": [', /is not JSON/],
    ['list.json', '[1, 2, 3]', /workflow/i],
    ['other.json', '{"hello": "world"}', /workflow/i],
    ['deep.json', `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`, /deep|nest|level/i],
    [
      'polluted.json',
      '{"nodes":[{"name":"A","type":"x","parameters":{"__proto__":{"admin":true}}}],"connections":{}}',
      /__proto__/,
    ],
  ];
  const dialog = await openImport(page);
  for (const [name, content, words] of refusals) {
    await test.step(name, async () => {
      await choose(page, name, content);
      const refusal = dialog.getByText(new RegExp(`^${name}`));
      await expect(refusal).toBeVisible();
      await expect(refusal).toHaveText(words);
      await expect(refusal).not.toHaveText(/Error:|at \w+ \(|select /);
    });
  }
  expect(await stored(page)).toBe(0);
});

test('a file dropped anywhere on the page is imported', async ({ page }) => {
  await hydrated(page.getByRole('button', { name: 'Import' }).first());
  const data = await page.evaluateHandle(
    (text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'dropped.json', { type: 'application/json' }));
      return transfer;
    },
    readFileSync(fixtureFile('leads'), 'utf8'),
  );
  await page.dispatchEvent('body', 'dragover', { dataTransfer: data });
  await expect(page.getByText('Drop the file to import it')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
  await expect(page.getByRole('dialog').getByText('Imported')).toBeVisible();
  expect(await stored(page)).toBe(1);
});

test('text pasted into the dialog is imported', async ({ page }) => {
  const dialog = await openImport(page);
  await expect(dialog.getByText('paste its text')).toBeVisible();
  await page.evaluate(
    (text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    },
    readFileSync(fixtureFile('leads'), 'utf8'),
  );
  await expect(dialog.getByText('Imported')).toBeVisible();
  expect(await stored(page)).toBe(1);
});
