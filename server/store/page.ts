import { InvalidCursorError } from '@core/errors';

/** A part of a long list; `next` is the cursor of the part after it, null at the end. */
export interface Page<T> {
  readonly items: T[];
  readonly next: string | null;
}

/** Makes a page of rows read with `limit + 1`; the cursor is taken from the last row shown. */
export function pageOf<T>(
  rows: T[],
  limit: number,
  cursorOf: (row: T) => string | number,
): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? String(cursorOf(last)) : null };
}

/** A cursor that is a whole number; throws when it is anything else. */
export function numericCursor(cursor: string): number {
  if (!/^\d{1,9}$/.test(cursor)) throw new InvalidCursorError();
  return Number(cursor);
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A cursor that is an id; throws when it is anything else. */
export function idCursor(cursor: string): string {
  if (!UUID.test(cursor)) throw new InvalidCursorError();
  return cursor;
}
