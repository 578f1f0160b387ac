import type { Transaction } from 'kysely';
import { type AutomaticReason, automaticReason } from '@core/version/compaction-rule';
import type { DB } from '../db/schema/db';
import { candidateHeads } from './candidate-heads';
import { chainFigures } from './chain-figures';
import type { HeadCursor } from './picked-heads';

export interface DueHead {
  readonly headId: string;
  readonly reason: AutomaticReason;
}

export interface DueHeadsArgs {
  readonly projectId: string;
  /** Only heads of branches that moved within this many seconds; all when left out. */
  readonly movedWithin?: number | undefined;
  readonly after?: HeadCursor | undefined;
}

const PAGE = 200;

/**
 * [C2] Heads that are to be compacted without being asked, deepest first, out of one page of
 * candidates: there may be none in it and more in the `next` one.
 */
export async function dueHeads(
  trx: Transaction<DB>,
  args: DueHeadsArgs,
): Promise<{ due: DueHead[]; next: HeadCursor | undefined }> {
  const heads = await candidateHeads(trx, { ...args, limit: PAGE });

  const due = heads.flatMap((head) => {
    const reason = automaticReason(chainFigures(head), head.threshold);
    return reason === null ? [] : [{ headId: head.headId, reason }];
  });
  const last = heads.at(-1);
  return { due, next: heads.length < PAGE ? undefined : last };
}
