import { expect, type Page } from '@playwright/test';
import { mutate, type Outputs, post, query } from './api';

export type Demo = 'Ada' | 'Ben' | 'Rosa';

/** Signs in as one of the demo people, with one click. */
export async function signInAs(page: Page, person: Demo): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: person }).click();
  await expect(page.getByRole('heading', { name: 'Projects' })).toBeVisible();
}

/** Signs in past the pages, for tests that are about something else. */
export async function enter(page: Page, person: Demo): Promise<void> {
  const answer = await post(page, '/api/demo/sign-in', { person: person.toLowerCase() });
  expect(answer.status()).toBe(200);
}

/** The project that all demo people share. */
export async function demoProject(page: Page): Promise<string> {
  const projects = await query<Outputs['project']['list']>(page, 'project.list', {});
  return projects.find((project) => project.demo)?.id ?? '';
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

/** As `createProject`, past the pages. */
export async function newProject(page: Page, name: string): Promise<string> {
  const { id } = await mutate<Outputs['project']['create']>(page, 'project.create', { name });
  return id;
}
