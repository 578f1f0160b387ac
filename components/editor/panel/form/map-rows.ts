export interface MapRow {
  readonly key: string;
  readonly value: string;
}

export function rowsOf(value: unknown): MapRow[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).map(([key, text]) => ({ key, value: String(text) }));
}

/** Rows without a name are still being written: they are no part of the value yet. */
export function mapOf(rows: readonly MapRow[]): Record<string, string> {
  return Object.fromEntries(
    rows.filter((row) => row.key !== '').map((row) => [row.key, row.value]),
  );
}

/** The rows of another value, keeping those still being written when it is the value they give. */
export function reconcile(rows: readonly MapRow[], value: unknown): readonly MapRow[] {
  return JSON.stringify(mapOf(rows)) === JSON.stringify(mapOf(rowsOf(value)))
    ? rows
    : rowsOf(value);
}
