import type { Transaction } from 'kysely';
import type { DB } from '../db/schema/db';
import { type DeepHead, deepHeads } from './deep-heads';
import { lastReplay, peekVersion, type Replay } from './head-cache';

export interface Candidate extends DeepHead {
  /** What reading the head would take once it is compacted; null when its size is not known here. */
  readonly compacted: { readonly blobs: 1; readonly bytes: number | null };
  /** Bytes that reading it would save. */
  readonly gainBytes: number | null;
  readonly materialized: Replay | null;
}

/**
 * [C2] Heads of branches whose chains are deeper than the threshold (the project's own when left
 * out) and that have not been compacted, deepest first. What only this process can know, the size of
 * the document and when it was last read, comes from its cache and is null without it.
 */
export async function listCandidates(
  trx: Transaction<DB>,
  args: { projectId: string; threshold?: number | undefined; limit: number },
): Promise<{ threshold: number; items: Candidate[] }> {
  const { projectId } = args;
  const threshold = args.threshold ?? (await projectThreshold(trx, projectId));
  const stored = await deepHeads(trx, { projectId, threshold, limit: args.limit });
  return { threshold, items: stored.map((head) => withGain(projectId, head)) };
}

function withGain(projectId: string, head: DeepHead): Candidate {
  const key = { projectId, versionId: head.headId };
  const bytes = peekVersion(key)?.documentBytes ?? null;
  return {
    ...head,
    compacted: { blobs: 1, bytes },
    gainBytes: bytes === null ? null : head.reading.bytes - bytes,
    materialized: lastReplay(key) ?? null,
  };
}

async function projectThreshold(trx: Transaction<DB>, projectId: string): Promise<number> {
  const project = await trx
    .selectFrom('project')
    .select('compaction_threshold')
    .where('id', '=', projectId)
    .executeTakeFirstOrThrow();
  return project.compaction_threshold;
}
