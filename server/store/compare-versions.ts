import type { Transaction } from 'kysely';
import { compare } from '@core/patch/compare';
import type { Op } from '@core/patch/ops';
import { type Comparison, comparisonOf } from '@core/version/comparison';
import type { DB } from '../db/schema/db';
import type { VersionRef } from './get-version';
import { getVersionAt } from './get-version-at';
import { materializeVersion } from './materialize-version';
import type { VersionSummary } from './version-summary';

export interface ComparedVersions {
  readonly before: VersionSummary;
  readonly after: VersionSummary;
  readonly comparison: Comparison;
  /** What makes `after` of `before`, layout included: one for each unit that differs. */
  readonly ops: readonly Op[];
}

/**
 * [M2] What differs between any two versions of the project; without `layout`, as if nothing had been
 * moved or dressed. Throws NotFoundError.
 */
export async function compareVersions(
  trx: Transaction<DB>,
  args: { projectId: string; before: VersionRef; after: VersionRef; layout: boolean },
): Promise<ComparedVersions> {
  const { projectId, layout } = args;
  const [before, after] = await Promise.all([
    getVersionAt(trx, { projectId, ref: args.before }),
    getVersionAt(trx, { projectId, ref: args.after }),
  ]);
  const [was, is] = await Promise.all([
    materializeVersion(trx, { projectId, versionId: before.id }),
    materializeVersion(trx, { projectId, versionId: after.id }),
  ]);

  const ops = compare(was.dag, is.dag);
  const comparison = comparisonOf({ before: was.dag, after: is.dag, ops }, { layout });
  return { before, after, comparison, ops };
}
