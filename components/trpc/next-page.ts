/** Cursor of the page after this one, for infinite queries. */
export function nextPage(page: { next: string | null }): string | undefined {
  return page.next ?? undefined;
}
