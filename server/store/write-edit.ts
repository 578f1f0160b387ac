import { sql, type Transaction } from 'kysely';
import type { DB } from '../db/schema/db';
import { prepared } from '../db/prepared';
import { commitWith, type ProjectScope } from '../db/transaction';
import type { Blob } from './blob';
import { opIdError, RacedError } from './raced-error';

/** One patch on its way onto a branch, everything decided. */
export interface Edit extends ProjectScope {
  readonly tag: { readonly id: string; readonly workflowId: string; readonly seq: number };
  readonly id: string;
  readonly parentId: string;
  readonly baseVersion: string;
  /** The parent's chain when it may be continued; null starts a new one. */
  readonly chainId: string | null;
  /** Id of a new chain, used when there is none or when it continues elsewhere already. */
  readonly newChainId: string;
  readonly depth: number;
  readonly generation: number;
  readonly message: string;
  readonly opCount: number;
  readonly touches: readonly string[];
  readonly blob: Blob;
  readonly versionHash: string;
  readonly logicHash: string;
  readonly nodesCount: number;
  readonly edgesCount: number;
  readonly opId: string;
  readonly requestHash: Buffer;
  /** The author's undo entry that this edit is laid upon. */
  readonly below: number | null;
}

export interface WrittenEdit {
  readonly seq: number;
  readonly createdAt: string;
}

/**
 * [V2][V3] Stores the edit and commits, in one statement whose inserts select from the
 * compare-and-swap of the tag: either the tag still points at the parent and everything is there,
 * or nothing is and RacedError is thrown. The chain continues with one row; when another branch has
 * continued it already, the bounded prefix is copied into a new chain.
 */
export async function writeEdit(trx: Transaction<DB>, edit: Edit): Promise<WrittenEdit> {
  const { tag, blob, ...rest } = edit;
  const params = {
    ...rest,
    tagId: tag.id,
    workflowId: tag.workflowId,
    tagSeq: tag.seq,
    casId: blob.casId,
    bytes: blob.bytes,
    mediaType: blob.mediaType,
    sizeBytes: blob.bytes.length,
  };
  const [row] = await commitWith(trx, statement(trx, params)).catch((error: unknown) => {
    throw opIdError(error, edit.opId);
  });
  if (row === undefined) throw new RacedError('The branch');
  return row;
}

interface Params extends Omit<Edit, 'tag' | 'blob'> {
  readonly tagId: string;
  readonly workflowId: string;
  readonly tagSeq: number;
  readonly casId: string;
  readonly bytes: Buffer;
  readonly mediaType: string;
  readonly sizeBytes: number;
}

const statement = prepared(
  (_, p: Params) => sql<WrittenEdit>`
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
    where ${p.chainId}::uuid is not null
    on conflict do nothing
    returning chain_id
  ), forked as (
    insert into patch_chain_member (project_id, chain_id, seq, member_id)
    select ${p.projectId}, ${p.newChainId}::uuid, prefix.seq, prefix.member_id
    from moved, (
      select m.seq, m.member_id from patch_chain_member m
      where m.project_id = ${p.projectId} and m.chain_id = ${p.chainId}::uuid and m.seq < ${p.depth}::int
      union all
      select ${p.depth}::int, ${p.id}::uuid
    ) prefix
    where not exists (select from continued)
  ), version as (
    insert into artifact (
      project_id, id, workflow_id, kind, cas_id, message, parent_id, base_version, chain_id, depth, generation,
      op_count, version_hash, logic_hash, nodes_count, edges_count, touches, created_by)
    select ${p.projectId}, ${p.id}, ${p.workflowId}, 'patch_set', ${p.casId}, ${p.message},
      ${p.parentId}, ${p.baseVersion}, coalesce((select chain_id from continued), ${p.newChainId}::uuid),
      ${p.depth}::int, ${p.generation}::int, ${p.opCount}::int, ${p.versionHash}, ${p.logicHash},
      ${p.nodesCount}::int, ${p.edgesCount}::int, ${p.touches}::text[], ${p.userId}
    from moved
  ), move as (
    insert into tag_move (
      project_id, tag_id, seq, kind, from_id, to_id, actor_id, op_id, request_hash, undo_top, below)
    select ${p.projectId}, ${p.tagId}, moved.seq, 'edit', ${p.parentId}, ${p.id}, ${p.userId}, ${p.opId},
      ${p.requestHash}, moved.seq, ${p.below}::int
    from moved
  )
  select seq, to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt" from moved
`,
);
