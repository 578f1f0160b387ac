import { type APIResponse, expect, type Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '../../server/api/root';

export type Outputs = inferRouterOutputs<AppRouter>;

/** A query as the signed-in person, past the pages. */
export async function query<T>(page: Page, procedure: string, input: object): Promise<T> {
  return dataOf(
    await page.request.get(
      `/api/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`,
    ),
  );
}

/** A mutation as the signed-in person, past the pages. */
export async function mutate<T>(page: Page, procedure: string, input: object): Promise<T> {
  return dataOf(await post(page, `/api/trpc/${procedure}`, { opId: randomUUID(), ...input }));
}

/** What a page of ours would post; again when the server had just closed the idle connection. */
export function post(page: Page, path: string, data: object): Promise<APIResponse> {
  const headers = { 'sec-fetch-site': 'same-origin' };
  return page.request.post(path, { data, headers, maxRetries: 2 });
}

async function dataOf<T>(response: APIResponse): Promise<T> {
  expect(response.status(), await response.text()).toBe(200);
  const body = (await response.json()) as { result: { data: T } };
  return body.result.data;
}
