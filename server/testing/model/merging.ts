import fc, { type Arbitrary } from 'fast-check';
import { expect } from 'vitest';
import { commitMerge } from '../../store/merge/commit-merge';
import { type MergePreview, previewMerge } from '../../store/merge/preview-merge';
import { type Act, pick, place, type Where } from './command';
import { isSound, toDag } from './content';
import { join, type Joined } from './join';
import { lowestCommon } from './lineage';
import type { Real } from './real';
import { type Branch, headOf, type Model, push, standsFor, type Version } from './state';
import { expectClashes, isLoop } from './told-conflicts';

type Side = 'head' | 'incoming';

/** Whose value each conflict is settled by, in turn. */
export const settlement = fc.array(fc.constantFrom<Side[]>('head', 'incoming'), {
  minLength: 4,
  maxLength: 4,
});

/** [M3] Any version merged into a branch. */
export const merging: Arbitrary<Act> = fc.tuple(place, settlement).map(([at, settled]) => ({
  text: `merge version ${at}, settled by ${settled.join(', ')}`,
  run: (model, real, where) =>
    merge(model, real, { ...where, theirs: pick(model.versions, at), settled }),
}));

export interface Merge extends Where {
  readonly theirs: Version;
  /** The branch whose end that is, when it is merged as such. */
  readonly from?: Branch;
  readonly settled: readonly Side[];
}

/** Previewed until nothing is open: which loops are left is seen once all else is settled. */
export async function merge(model: Model, real: Real, args: Merge): Promise<void> {
  const { branch, by, theirs, from } = args;
  const ours = headOf(branch);
  const { base } = lowestCommon(ours, theirs);
  const sides = { base: base.content, head: ours.content, incoming: theirs.content };
  const choices = new Map<string, Side>();
  for (let open = await look(); open.length > 0; open = await look()) {
    const clashes = open.filter(({ loop }) => !loop);
    for (const [n, { unit }] of clashes.entries()) choices.set(unit, pick(args.settled, n));
    if (clashes.length === 0) for (const { unit } of open) choices.set(unit, 'head');
  }
  const { content } = join(sides, { choices });
  const answer = real.send(by, commitMerge, {
    ref: { tagId: branch.id },
    ours: ours.id,
    theirs: theirs.id,
    fromTagId: from?.id,
    resolutions: asResolutions(choices),
  });
  if (base === standsFor(theirs) || !isSound(content)) {
    await expect(answer).rejects.toHaveProperty('code');
    return;
  }
  const message = `Merge ${from?.name ?? 'a version'} into ${branch.name}`;
  const told = await answer;
  expect(told.message).toBe(message);
  const to = { id: told.version.id, content, message, parent: ours, mergeParent: theirs };
  push(model, branch, { kind: 'merge', by, to });

  async function look() {
    const seen = await preview(real, { ...args, resolutions: asResolutions(choices) });
    expectPreview(seen, join(sides, { choices }), { ours, theirs });
    return seen.conflicts
      .filter(({ settled }) => !settled)
      .map((conflict) => ({ unit: conflict.unit, loop: isLoop(conflict) }));
  }
}

function asResolutions(choices: ReadonlyMap<string, Side>) {
  return [...choices].map(([unit, take]) => ({ unit, take }));
}

function preview(
  real: Real,
  { branch, theirs, from, resolutions }: Merge & { resolutions: ReturnType<typeof asResolutions> },
): Promise<MergePreview> {
  const source = from ? { fromTagId: from.id } : { fromVersionId: theirs.id };
  const { projectId } = real;
  const ref = { tagId: branch.id };
  return real.look((trx) => previewMerge(trx, { projectId, ref, from: source, resolutions }));
}

function expectPreview(
  seen: MergePreview,
  joined: Joined,
  { ours, theirs }: { ours: Version; theirs: Version },
): void {
  const { base, candidates } = lowestCommon(ours, theirs);
  const upToDate = base === standsFor(theirs);
  expect(seen).toMatchObject({ base: { id: base.id, candidates }, upToDate });
  expectClashes(seen.conflicts, joined);
  if (seen.open.length > 0) return;
  const sound = isSound(joined.content);
  expect(seen.problem === null).toBe(sound);
  if (sound) expect(seen.document).toEqual(toDag(joined.content));
}
