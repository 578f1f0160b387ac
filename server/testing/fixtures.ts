import { readFileSync } from 'node:fs';

/** A file of `e2e/fixtures`, parsed anew with each call. */
export function fixture(name: string): Record<string, unknown> {
  const path = new URL(`../../e2e/fixtures/${name}`, import.meta.url);
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
}
