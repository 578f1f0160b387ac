import { sql, type Transaction } from 'kysely';
import { NotFoundError } from '@core/errors';
import type { DB } from '../db/schema/db';
import { prepared } from '../db/prepared';
import type { ProjectScope } from '../db/transaction';
import { isTag, type TagRef } from './tag-ref';
import { type Person, personOf } from './people';
import { type TagSummary, tagColumns } from './tag-summary';
import { stackTops } from './undo-stack';

/** A branch, the version it points at, and what the caller did on it before. */
export interface TagHead {
  readonly tag: TagSummary;
  readonly head: HeadVersion;
  /** A full document equal to the head, when it was compacted: [C1]. */
  readonly compactedId: string | null;
  /** The caller's undo stack: seq of moves. */
  readonly undoTop: number | null;
  readonly redoTop: number | null;
  /** The move this op_id made, when it came before: [V4]. */
  readonly earlier: {
    readonly seq: number;
    readonly tagId: string;
    readonly requestHash: Buffer;
  } | null;
  readonly caller: Person;
}

export interface HeadVersion {
  readonly id: string;
  readonly baseVersion: string;
  readonly chainId: string | null;
  readonly depth: number;
  readonly generation: number;
  readonly versionHash: string;
  readonly logicHash: string;
  readonly compactedFromId: string | null;
}

/**
 * Everything an edit, undo or redo decides on, in one query; with `lock` the tag's row is locked
 * first, in the order of arrival. Throws NotFoundError.
 */
export async function loadTagHead(
  trx: Transaction<DB>,
  args: ProjectScope & { ref: TagRef; opId: string; lock?: boolean },
): Promise<TagHead> {
  const { projectId, userId, opId, ref } = args;
  const query =
    'tagId' in ref
      ? headById(trx, { projectId, userId, opId, ...ref })
      : headByName(trx, { projectId, userId, opId, ...ref });
  // Sent behind the lock in the same packet: it sees what was committed before the lock was granted.
  const locked = args.lock === true ? lockTag(trx, args) : undefined;
  const [{ rows }] = await Promise.all([trx.executeQuery(query), locked]);
  const [row] = rows;
  if (row === undefined) throw new NotFoundError('That branch');

  const { earlier_seq: seq, earlier_tag: tagId, earlier_hash: requestHash } = row;
  return {
    tag: {
      id: row.id,
      workflowId: row.workflowId,
      name: row.name,
      target: row.target,
      seq: row.seq,
      protected: row.protected,
      createdBy: row.createdBy,
      createdAt: row.createdAt,
      movedAt: row.movedAt,
    },
    head: {
      id: row.headId,
      baseVersion: row.base_version ?? row.headId,
      chainId: row.chain_id,
      depth: row.depth,
      generation: row.generation,
      versionHash: row.version_hash,
      logicHash: row.logic_hash,
      compactedFromId: row.compacted_from_id,
    },
    compactedId: row.compacted_id,
    undoTop: row.undo_top,
    redoTop: row.redo_top,
    earlier:
      seq !== null && tagId !== null && requestHash !== null ? { seq, tagId, requestHash } : null,
    caller: row.caller,
  };
}

interface Lookup extends ProjectScope {
  readonly opId: string;
}

const headById = prepared((trx, p: Lookup & { tagId: string }) =>
  heads(trx, p).where(isTag({ tagId: p.tagId })),
);

const headByName = prepared((trx, p: Lookup & { workflowId: string; tag: string }) =>
  heads(trx, p).where(isTag({ workflowId: p.workflowId, tag: p.tag })),
);

function heads(trx: Transaction<DB>, p: Lookup) {
  return trx
    .selectFrom('tag')
    .innerJoin('artifact as h', (join) =>
      join.onRef('h.project_id', '=', 'tag.project_id').onRef('h.id', '=', 'tag.target_id'),
    )
    .leftJoin('artifact as v', (join) =>
      join.onRef('v.project_id', '=', 'tag.project_id').onRef('v.compacted_from_id', '=', 'h.id'),
    )
    .leftJoinLateral(
      (eb) =>
        stackTops(eb as never, {
          projectId: eb.ref('tag.project_id'),
          tagId: eb.ref('tag.id'),
          userId: sql<string>`${p.userId}::uuid`,
        }).as('mine'),
      (join) => join.onTrue(),
    )
    .leftJoin('tag_move as e', (join) =>
      join
        .onRef('e.project_id', '=', 'tag.project_id')
        .on('e.actor_id', '=', p.userId)
        .on('e.op_id', '=', p.opId),
    )
    .select(tagColumns)
    .select([
      'h.id as headId',
      'h.base_version',
      'h.chain_id',
      'h.depth',
      'h.generation',
      'h.compacted_from_id',
      sql<string>`h.version_hash`.as('version_hash'),
      sql<string>`h.logic_hash`.as('logic_hash'),
      'v.id as compacted_id',
      'mine.undo_top',
      'mine.redo_top',
      'e.seq as earlier_seq',
      'e.tag_id as earlier_tag',
      'e.request_hash as earlier_hash',
    ])
    .select(personOf(sql<string>`${p.userId}::uuid`).as('caller'))
    .where('tag.project_id', '=', p.projectId);
}

/** The fair queue of a contended branch: row locks are granted in the order of arrival. */
async function lockTag(
  trx: Transaction<DB>,
  args: { projectId: string; ref: TagRef },
): Promise<void> {
  await trx
    .selectFrom('tag')
    .select('tag.id')
    .where('tag.project_id', '=', args.projectId)
    .where(isTag(args.ref))
    .forNoKeyUpdate()
    .execute();
}
