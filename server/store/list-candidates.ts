import type { Transaction } from 'kysely';
import { type CandidateReason, candidateReasons } from '@core/version/compaction-rule';
import type { DB } from '../db/schema/db';
import { type CandidateHead, candidateHeads } from './candidate-heads';
import { chainFigures } from './chain-figures';
import { peekVersion } from './head-cache';

export interface Candidate extends Omit<CandidateHead, 'heat' | 'threshold'> {
  /** Why it is one; never empty. */
  readonly reasons: CandidateReason[];
  /** What reading the head would take once it is compacted; null when its size is not known here. */
  readonly compacted: { readonly blobs: 1; readonly bytes: number | null };
  /** Bytes that reading it would save. */
  readonly gainBytes: number | null;
}

/**
 * [C2] Heads of branches that have not been compacted and whose chains are deeper than the threshold
 * (the project's own when left out), hot or slow; deepest first. The size of the document is known
 * while this process has it in its cache.
 */
export async function listCandidates(
  trx: Transaction<DB>,
  args: { projectId: string; threshold?: number | undefined; limit: number },
): Promise<{ threshold: number; items: Candidate[] }> {
  const { projectId, limit } = args;
  const threshold = args.threshold ?? (await projectThreshold(trx, projectId));
  const heads = await candidateHeads(trx, { projectId, threshold, limit });
  return { threshold, items: heads.map((head) => toCandidate(projectId, head)) };
}

function toCandidate(projectId: string, head: CandidateHead): Candidate {
  const { heat: _heat, threshold, ...shown } = head;
  const bytes = peekVersion({ projectId, versionId: head.headId })?.documentBytes ?? null;
  return {
    ...shown,
    reasons: candidateReasons(chainFigures(head), threshold),
    compacted: { blobs: 1, bytes },
    gainBytes: bytes === null ? null : head.reading.bytes - bytes,
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
