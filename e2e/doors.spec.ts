import type { Page } from '@playwright/test';
import { setupCode } from './support/data-folder';
import { EditorPage } from './support/editor';
import { createProject, demoProject, enter, signInAs } from './support/people';
import { expect, test } from './support/test';
import { newBranch, newWorkflow } from './support/workflows';

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL(/\/sign-in$/);
}

test('[A4] each demo person comes in with one click, and goes out again', async ({ page }) => {
  for (const person of ['Ada', 'Ben', 'Rosa'] as const) {
    await signInAs(page, person);
    await expect(page.getByRole('button', { name: `Account of ${person}` })).toBeVisible();
    await signOut(page);
    await page.goto('/projects');
    await expect(page).toHaveURL(/\/sign-in\?next=%2Fprojects$/);
  }
});

test('a wrong password is refused in words', async ({ page, trouble }) => {
  trouble.expect(/401/);
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill('nobody@example.org');
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText('This email and password do not belong together.')).toBeVisible();
  await expect(page.getByLabel('Email')).toHaveValue('nobody@example.org');
});

test('the code of the terminal makes the first admin, once', async ({ page, trouble }) => {
  trouble.expect(/403/);
  const email = 'first@example.org';
  const password = 'correct horse battery';
  const fill = async (code: string) => {
    await page.getByLabel('Setup code').fill(code);
    await page.getByLabel('Your name').fill('First');
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Create the first account' }).click();
  };

  await test.step('a wrong code is refused', async () => {
    await page.goto('/setup');
    await fill('AAAA-BBBB-CCCC');
    await expect(page.getByText(/code/i).last()).toBeVisible();
    await expect(page).toHaveURL(/\/setup$/);
  });

  await test.step('the right one lets in, and a project can be made', async () => {
    await fill(setupCode());
    await page.waitForURL(/\/projects$/);
    await createProject(page, 'The first project');
    await expect(page.getByRole('link', { name: 'Admin' })).toBeVisible();
  });

  await test.step('a password is enough from then on, and the code is spent', async () => {
    await signOut(page);
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page.getByText('The first project')).toBeVisible();
    await page.goto(`/setup?code=${setupCode()}`);
    await expect(page.getByRole('heading', { name: 'Already set up' })).toBeVisible();
  });
});

test('[A3] a reviewer reads: the editor offers nothing to change', async ({ page }) => {
  await enter(page, 'Ada');
  const projectId = await demoProject(page);
  const { workflow } = await newWorkflow(page, projectId, { name: 'For a reviewer' });
  await enter(page, 'Rosa');
  await page.goto(`/p/${projectId}/w/${workflow.id}`);
  const editor = new EditorPage(page);
  await expect(editor.node('Fetch')).toBeVisible();
  await expect(page.getByText('View only')).toBeVisible();
  for (const absent of [
    page.getByTestId('undo'),
    page.getByRole('button', { name: 'Run', exact: true }),
    page.getByRole('complementary', { name: 'Nodes' }),
  ]) {
    await expect(absent).toHaveCount(0);
  }
  const before = await editor.head();
  await editor.select('Fetch');
  await expect(page.getByLabel('Name')).toBeDisabled();
  await page.keyboard.press('Delete');
  await page.keyboard.press('ArrowRight');
  await expect(editor.node('Fetch')).toBeVisible();
  expect((await editor.head()).version.id).toBe(before.version.id);
});

test('[A3] an analyst is told plainly that the admin page is not theirs', async ({ page }) => {
  await enter(page, 'Ben');
  const projectId = await demoProject(page);
  await page.goto(`/p/${projectId}`);
  await expect(page.getByRole('button', { name: 'New workflow' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Admin' })).toHaveCount(0);
  await page.goto(`/p/${projectId}/admin`);
  await expect(page.getByText('For admins of this project')).toBeVisible();
  await expect(page.getByText('Depth of branches')).toHaveCount(0);
});

test('signed out, any page leads to sign in and back', async ({ page }) => {
  await enter(page, 'Ada');
  const projectId = await demoProject(page);
  const { workflow, version } = await newWorkflow(page, projectId, { name: 'Behind the door' });
  await newBranch(page, {
    projectId,
    workflowId: workflow.id,
    versionId: version.id,
    name: 'side/door',
  });
  const behind = [
    '/projects',
    `/p/${projectId}`,
    `/p/${projectId}/runs`,
    `/p/${projectId}/admin`,
    `/p/${projectId}/w/${workflow.id}/v/${version.id}`,
    `/p/${projectId}/w/${workflow.id}/history?branch=side%2Fdoor&version=${version.id}`,
    `/p/${projectId}/w/${workflow.id}?branch=side%2Fdoor`,
  ];
  await page.context().clearCookies();
  for (const path of behind) {
    await page.goto(path);
    await expect(page, path).toHaveURL(`/sign-in?next=${encodeURIComponent(path)}`);
  }
  await page.getByRole('button', { name: 'Ada' }).click();
  await page.waitForURL(behind.at(-1) ?? '');
  await expect(new EditorPage(page).node('Fetch')).toBeVisible();
});
