import type { Transaction } from 'kysely';
import type { Json } from '@core/json/json';
import { isWithin } from '@core/patch/pointer';
import type { ConflictKind } from '@core/version/conflict';
import type { DB } from '../../db/schema/db';
import { blame, type BlameLine } from '../lineage/blame';
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
      ...lastToTouch(ours.lines, [...against, unit]),
    },
    theirs: {
      ...(incoming !== undefined && { value: incoming }),
      ...lastToTouch(theirs.lines, [unit, ...(path ?? []).map((id) => `/nodes/${id}`)]),
    },
    ...(path !== undefined && { path }),
    settled: !unsettled.has(unit),
  }));
}

/** The newest line about one of the units; the earlier units are asked first. */
function lastToTouch(lines: readonly BlameLine[], units: readonly string[]) {
  const about = (unit: string) =>
    lines.find((line) => line.unit !== '' && isWithin(line.unit, unit)) ??
    lines.find((line) => line.unit !== '' && isWithin(unit, line.unit));
  const line = units.map(about).find((found) => found !== undefined) ?? lines.at(-1);
  if (line === undefined) throw new Error('A lineage has a first version.');
  const { author, message, versionId, at } = line;
  return { author, message, versionId, at };
}
