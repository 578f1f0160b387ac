import type { Transaction } from 'kysely';
import type { Json } from '@core/json/json';
import type { ConflictKind } from '@core/version/conflict';
import type { DB } from '../../db/schema/db';
import { blame, type BlameLine } from '../lineage/blame';
import { lastToTouch } from '../lineage/last-to-touch';
import type { Person } from '../people';
import type { MergePlan } from './plan-merge';

/** What one side has at the unit, left out when nothing is there, and who made it so. */
export interface MergeSide {
  readonly value?: Json;
  readonly author: Person;
  readonly message: string;
  readonly versionId: string;
  readonly at: string;
}

/** [M3] One unit on which the two sides cannot both stand. */
export interface MergeConflict {
  readonly kind: ConflictKind;
  readonly unit: string;
  readonly base?: Json;
  readonly ours: MergeSide;
  readonly theirs: MergeSide;
  readonly path?: readonly string[];
  /** Whether a resolution settles it. */
  readonly settled: boolean;
}

/** The plan's conflicts with the authors of both sides, as blame knows them. */
export async function describeConflicts(
  trx: Transaction<DB>,
  { projectId, plan }: { projectId: string; plan: MergePlan },
): Promise<MergeConflict[]> {
  const { conflicts, open } = plan.merged;
  if (conflicts.length === 0) return [];
  const [ours, theirs] = [
    await blame(trx, { projectId, ref: { versionId: plan.ours.id }, pointer: '' }),
    await blame(trx, { projectId, ref: { versionId: plan.theirs.id }, pointer: '' }),
  ];
  const unsettled = new Set(open);
  return conflicts.map(({ kind, unit, base, head, incoming, against, path }) => ({
    kind,
    unit,
    ...(base !== undefined && { base }),
    ours: {
      ...(head !== undefined && { value: head }),
      ...sideOf(lastToTouch(ours.lines, [...against, unit])),
    },
    theirs: {
      ...(incoming !== undefined && { value: incoming }),
      ...sideOf(lastToTouch(theirs.lines, [unit, ...(path ?? []).map((id) => `/nodes/${id}`)])),
    },
    ...(path !== undefined && { path }),
    settled: !unsettled.has(unit),
  }));
}

function sideOf({ author, message, versionId, at }: BlameLine) {
  return { author, message, versionId, at };
}
