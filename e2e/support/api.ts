import { expect, type Page } from '@playwright/test';
import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '../../server/api/root';

export type Outputs = inferRouterOutputs<AppRouter>;

/** A query as the signed-in person, past the pages. */
export async function query<T>(page: Page, procedure: string, input: object): Promise<T> {
  const response = await page.request.get(
    `/api/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`,
  );
  expect(response.status(), await response.text()).toBe(200);
  const body = (await response.json()) as { result: { data: T } };
  return body.result.data;
}
