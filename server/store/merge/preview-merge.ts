import type { Transaction } from 'kysely';
import type { Dag } from '@core/dag/document';
import type { Json } from '@core/json/json';
import type { Op } from '@core/patch/ops';
import type { DB } from '../../db/schema/db';
import { getTag } from '../get-tag';
import type { TagRef } from '../tag-ref';
import type { TagSummary } from '../tag-summary';
import type { VersionSummary } from '../version-summary';
import { describeConflicts, type MergeConflict } from './merge-conflict';
import { planMerge, type Resolution } from './plan-merge';

/** What is merged in: a branch as it is now, or one version. */
export type MergeSource = { readonly fromTagId: string } | { readonly fromVersionId: string };

export interface PreviewArgs {
  readonly projectId: string;
  /** The branch that receives. */
  readonly ref: TagRef;
  readonly from: MergeSource;
  readonly resolutions: readonly Resolution[];
}

export interface MergePreview {
  readonly base: VersionSummary & { readonly candidates: number };
  readonly ours: { readonly version: VersionSummary; readonly tag: TagSummary };
  readonly theirs: { readonly version: VersionSummary; readonly tag: TagSummary | null };
  /** The merged document, with open conflicts as ours has them. */
  readonly document: Dag;
  /** Ops from ours to the merged document. */
  readonly ops: readonly Op[];
  readonly conflicts: readonly MergeConflict[];
  /** Units that still have to be settled. */
  readonly open: readonly string[];
  /** [D2] Why the merged document may not be stored. */
  readonly problem: { readonly code: string; readonly message: string; readonly data: Json } | null;
  readonly upToDate: boolean;
}

/** [M3] What a merge would give; stores nothing. Throws NotFoundError, MergeRefusedError. */
export async function previewMerge(trx: Transaction<DB>, args: PreviewArgs): Promise<MergePreview> {
  const { projectId, ref, from, resolutions } = args;
  const into = await getTag(trx, { projectId, ref });
  const source =
    'fromTagId' in from ? await getTag(trx, { projectId, ref: { tagId: from.fromTagId } }) : null;
  const theirs = 'fromTagId' in from ? (source?.target ?? '') : from.fromVersionId;
  const { workflowId } = into;
  const sides = { projectId, workflowId, ours: into.target, theirs };
  const plan = await planMerge(trx, { ...sides, resolutions });
  const { dag, ops, open, problem } = plan.merged;
  return {
    base: { ...plan.base, candidates: plan.candidates },
    ours: { version: plan.ours, tag: into },
    theirs: { version: plan.theirs, tag: source },
    document: dag,
    ops,
    conflicts: await describeConflicts(trx, { projectId, plan }),
    open,
    problem: problem
      ? { code: problem.code, message: problem.message, data: { ...problem.data } }
      : null,
    upToDate: plan.upToDate,
  };
}
