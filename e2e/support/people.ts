import { expect, type Page } from '@playwright/test';

/** Signs in as one of the demo people, with one click. */
export async function signInAs(page: Page, person: 'Ada' | 'Ben' | 'Rosa'): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: person }).click();
  await expect(page.getByRole('heading', { name: 'Projects' })).toBeVisible();
}

/** A project of one's own, empty; its id. */
export async function createProject(page: Page, name: string): Promise<string> {
  await page.goto('/projects');
  await page.getByRole('button', { name: 'New project' }).first().click();
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Create project' }).click();
  await page.waitForURL(/\/p\/[0-9a-f-]{36}$/);
  return page.url().split('/p/')[1] ?? '';
}
