import type { Transaction } from 'kysely';
import type { DB } from '../db/schema/db';
import { type Compaction, compactions } from './get-compaction';
import { numericCursor, type Page } from './page';

/** [C1] Every compaction of the project with what it was made from, newest first. */
export async function listCompactions(
  trx: Transaction<DB>,
  args: { projectId: string; cursor?: string | undefined; limit: number },
): Promise<Page<Compaction>> {
  const offset = args.cursor === undefined ? 0 : numericCursor(args.cursor);
  const rows = await compactions(trx, args.projectId)
    .orderBy('v.id', 'desc')
    .offset(offset)
    .limit(args.limit + 1)
    .execute();
  const items = rows.slice(0, args.limit);
  return { items, next: rows.length > args.limit ? String(offset + args.limit) : null };
}
