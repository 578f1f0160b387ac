import { sql, type Transaction } from 'kysely';
import type { DB } from '../db/schema/db';
import type { MoveKind } from '../db/schema/tag-move';
import { prepared } from '../db/prepared';
import { commitWith, type ProjectScope } from '../db/transaction';
import type { Blob } from './blob';
import { opIdError, RacedError } from './raced-error';
import type { Stack } from './undo-stack';

/** One patch on its way onto a branch, everything decided. */
export interface NewPatch extends ProjectScope {
  readonly tag: { readonly id: string; readonly workflowId: string; readonly seq: number };
  readonly id: string;
  readonly parentId: string;
  readonly mergeParentId: string | null;
  readonly baseVersion: string;
  /** The parent's chain when it may be continued or copied; null starts a new one. */
  readonly chainId: string | null;
  /** Members of the chain that the base stands for; a new chain begins with those after them. */
  readonly skipped: number;
  /** Id of a new chain, used when there is none or when it continues elsewhere already. */
  readonly newChainId: string;
  readonly depth: number;
  readonly generation: number;
  readonly message: string;
  readonly opCount: number;
  readonly touches: readonly string[];
  readonly meta: string | null;
  readonly blob: Blob;
  readonly versionHash: string;
  readonly logicHash: string;
  readonly nodesCount: number;
  readonly edgesCount: number;
  readonly kind: MoveKind;
  readonly opId: string;
  readonly requestHash: Buffer;
  readonly targetSeq: number | null;
  /** The author's stack once the patch is there. */
  readonly stack: Stack;
}

export interface WrittenPatch {
  readonly seq: number;
  readonly createdAt: string;
}

/**
 * [V2][V3] Stores the patch in one statement whose inserts select from the compare-and-swap of the
 * tag: either the tag still points at the parent and everything is there, or nothing is and
 * RacedError is thrown. The chain continues with one row; when another branch has continued it
 * already, or a compaction stands for its beginning, the bounded rest is copied into a new chain.
 */
export async function writePatch(trx: Transaction<DB>, patch: NewPatch): Promise<WrittenPatch> {
  return written(
    patch,
    trx.executeQuery(statement(trx, paramsOf(patch))).then(({ rows }) => rows),
  );
}

/** The same as the transaction's last statement, with COMMIT in the same packet. */
export async function writePatchAndCommit(
  trx: Transaction<DB>,
  patch: NewPatch,
): Promise<WrittenPatch> {
  return written(patch, commitWith(trx, statement(trx, paramsOf(patch))));
}

async function written(patch: NewPatch, answer: Promise<WrittenPatch[]>): Promise<WrittenPatch> {
  const [row] = await answer.catch((error: unknown) => {
    throw opIdError(error, patch.opId);
  });
  if (row === undefined) throw new RacedError('The branch');
  return row;
}

function paramsOf({ tag, blob, stack, ...rest }: NewPatch): Params {
  return {
    ...rest,
    ...stack,
    tagId: tag.id,
    workflowId: tag.workflowId,
    tagSeq: tag.seq,
    casId: blob.casId,
    bytes: blob.bytes,
    mediaType: blob.mediaType,
    sizeBytes: blob.bytes.length,
  };
}

interface Params extends Omit<NewPatch, 'tag' | 'blob' | 'stack'>, Stack {
  readonly tagId: string;
  readonly workflowId: string;
  readonly tagSeq: number;
  readonly casId: string;
  readonly bytes: Buffer;
  readonly mediaType: string;
  readonly sizeBytes: number;
}

const statement = prepared(
  (_, p: Params) => sql<WrittenPatch>`
  with moved as (
    update tag set target_id = ${p.id}, seq = seq + 1, moved_by = ${p.userId}, moved_at = now()
    where project_id = ${p.projectId} and id = ${p.tagId}
      and target_id = ${p.parentId} and seq = ${p.tagSeq}
    returning seq
  ), blob as (
    insert into cas_blob (project_id, cas_id, bytes, media_type, size_bytes)
    select ${p.projectId}, ${p.casId}, ${p.bytes}, ${p.mediaType}, ${p.sizeBytes}::int from moved
    on conflict (project_id, cas_id) do update set last_seen = now()
  ), continued as (
    insert into patch_chain_member (project_id, chain_id, seq, member_id)
    select ${p.projectId}, ${p.chainId}::uuid, ${p.depth}::int, ${p.id} from moved
    where ${p.chainId}::uuid is not null and ${p.skipped}::int = 0
    on conflict do nothing
    returning chain_id
  ), forked as (
    insert into patch_chain_member (project_id, chain_id, seq, member_id)
    select ${p.projectId}, ${p.newChainId}::uuid, prefix.seq, prefix.member_id
    from moved, (
      select m.seq - ${p.skipped}::int as seq, m.member_id from patch_chain_member m
      where m.project_id = ${p.projectId} and m.chain_id = ${p.chainId}::uuid
        and m.seq > ${p.skipped}::int and m.seq < ${p.skipped}::int + ${p.depth}::int
      union all
      select ${p.depth}::int, ${p.id}::uuid
    ) prefix
    where not exists (select from continued)
  ), version as (
    insert into artifact (
      project_id, id, workflow_id, kind, cas_id, message, parent_id, merge_parent_id, base_version, chain_id,
      depth, generation, op_count, version_hash, logic_hash, nodes_count, edges_count, touches, meta, created_by)
    select ${p.projectId}, ${p.id}, ${p.workflowId}, 'patch_set', ${p.casId}, ${p.message}, ${p.parentId},
      ${p.mergeParentId}::uuid, ${p.baseVersion}, coalesce((select chain_id from continued), ${p.newChainId}::uuid),
      ${p.depth}::int, ${p.generation}::int, ${p.opCount}::int, ${p.versionHash}, ${p.logicHash},
      ${p.nodesCount}::int, ${p.edgesCount}::int, ${p.touches}::text[], ${p.meta}::jsonb, ${p.userId}
    from moved
  ), move as (
    insert into tag_move (
      project_id, tag_id, seq, kind, from_id, to_id, actor_id, op_id, request_hash,
      undo_top, redo_top, below, target_seq)
    select ${p.projectId}, ${p.tagId}, moved.seq, ${p.kind}, ${p.parentId}, ${p.id}, ${p.userId}, ${p.opId},
      ${p.requestHash}, ${p.undoTop}::int, ${p.redoTop}::int, ${p.below}::int, ${p.targetSeq}::int
    from moved
  )
  select seq, to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt" from moved
`,
);
