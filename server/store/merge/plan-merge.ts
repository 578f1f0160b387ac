import type { Transaction } from 'kysely';
import { CorruptionError, MergeRefusedError } from '@core/errors';
import type { Choice } from '@core/version/conflict';
import { type Merged, mergeDags } from '@core/version/merge';
import type { DB } from '../../db/schema/db';
import { getVersionOf } from '../get-version-summary';
import type { Materialized } from '../head-cache';
import { findMergeBase } from '../lineage/find-merge-base';
import { materializeVersion } from '../materialize-version';
import type { VersionSummary } from '../version-summary';

/**
 * How a conflict is settled: by what one side or their ancestor has, or by another value. One for what
 * is no conflict, or none any more because of another resolution, settles nothing.
 */
export type Resolution = { readonly unit: string } & Choice;

export interface MergePlan {
  readonly ours: VersionSummary;
  readonly theirs: VersionSummary;
  readonly base: VersionSummary;
  /** Lowest common ancestors that the base was chosen from. */
  readonly candidates: number;
  readonly head: Materialized;
  readonly merged: Merged;
  /** Whether ours has everything of theirs already. */
  readonly upToDate: boolean;
}

/**
 * [M3] What merging `theirs` into `ours` gives, from their lowest common ancestor. Throws
 * NotFoundError for versions of other workflows, MergeRefusedError for two with no common ancestor,
 * CorruptionError.
 */
export async function planMerge(
  trx: Transaction<DB>,
  args: {
    projectId: string;
    workflowId: string;
    ours: string;
    theirs: string;
    resolutions: readonly Resolution[];
  },
): Promise<MergePlan> {
  const { projectId, workflowId } = args;
  const [ours, theirs, found] = await Promise.all([
    getVersionOf(trx, { projectId, workflowId, versionId: args.ours }),
    getVersionOf(trx, { projectId, workflowId, versionId: args.theirs }),
    findMergeBase(trx, args),
  ]);
  if (found === undefined) throw new MergeRefusedError('The two versions have nothing in common.');
  const base = await getVersionOf(trx, { projectId, workflowId, versionId: found.id });
  const [old, head, incoming] = [
    await provedDocument(trx, projectId, base),
    await provedDocument(trx, projectId, ours),
    await provedDocument(trx, projectId, theirs),
  ];
  const sides = { base: old.dag, head: head.dag, incoming: incoming.dag };
  const choices = new Map(args.resolutions.map(({ unit, ...choice }) => [unit, choice]));
  return {
    ours,
    theirs,
    base,
    candidates: found.candidates,
    head,
    merged: mergeDags(sides, choices),
    upToDate: base.id === (theirs.compactedFromId ?? theirs.id),
  };
}

/** [V7] The document of a version, proved to be the one that was recorded. */
async function provedDocument(
  trx: Transaction<DB>,
  projectId: string,
  { id, versionHash }: VersionSummary,
): Promise<Materialized> {
  const version = await materializeVersion(trx, { projectId, versionId: id });
  if (version.digest.versionHash === versionHash) return version;
  throw new CorruptionError('A side of the merge does not give its recorded hash.', {
    version: id,
  });
}
