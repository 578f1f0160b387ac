import fc, { type Arbitrary } from 'fast-check';
import { expect } from 'vitest';
import { commitMerge } from '../../store/merge/commit-merge';
import { previewMerge } from '../../store/merge/preview-merge';
import { type Act, pick, place } from './command';
import { isSound, toDag } from './content';
import { join } from './join';
import { lowestCommon } from './lineage';
import { isLoop } from './loop-conflict';
import { headOf, push, standsFor } from './state';

const source = fc.oneof(
  { weight: 3, arbitrary: fc.nat(2).map((branch) => ({ branch })) },
  { weight: 1, arbitrary: place.map((version) => ({ version })) },
);
type Side = 'head' | 'incoming';
const sides = fc.array(fc.constantFrom<Side[]>('head', 'incoming'), { minLength: 4, maxLength: 4 });

/** Settling some conflicts can bring up loops; they are looked at again as often as this. */
const ROUNDS = 4;

/** [M3] A branch or a version merged into a branch, each conflict settled by one of the sides. */
export const merging: Arbitrary<Act> = fc.tuple(source, sides).map(([from, taken]) => ({
  text: `merge ${Object.entries(from).join(' ').replace(',', ' ')}, settled by ${taken.join(', ')}`,
  run: async (model, real, { branch, by }) => {
    const other = 'branch' in from ? pick(model.branches, from.branch) : undefined;
    const [ours, theirs] = [
      headOf(branch),
      'branch' in from
        ? headOf(pick(model.branches, from.branch))
        : pick(model.versions, from.version),
    ];
    const { base, candidates } = lowestCommon(ours, theirs);
    const upToDate = base === standsFor(theirs);
    const three = { base: base.content, head: ours.content, incoming: theirs.content };
    const choices = new Map<string, Side>();
    const resolutions = () => [...choices].map(([unit, take]) => ({ unit, take }));
    const ref = { tagId: branch.id };
    for (let round = 0; round < ROUNDS; round += 1) {
      const joined = join(three, { choices });
      const seen = await real.look((trx) =>
        previewMerge(trx, {
          projectId: real.projectId,
          ref,
          from: other ? { fromTagId: other.id } : { fromVersionId: theirs.id },
          resolutions: resolutions(),
        }),
      );
      expect(seen).toMatchObject({ base: { id: base.id, candidates }, upToDate });
      const loops = seen.conflicts.filter(isLoop);
      const clashes = seen.conflicts.filter((conflict) => !isLoop(conflict));
      expect(clashes.map(({ kind, unit }) => `${kind} ${unit}`).sort()).toEqual(joined.clashes);
      if (seen.open.length === 0) {
        // A loop through a connection that was settled otherwise is for whoever settles it.
        if (loops.some(({ unit }) => choices.get(unit) !== 'head')) return;
        const sound = isSound(joined.content);
        expect(seen.problem === null).toBe(sound);
        if (sound) expect(seen.document).toEqual(toDag(joined.content));
        break;
      }
      for (const [n, unit] of seen.open.entries()) {
        choices.set(unit, loops.some((loop) => loop.unit === unit) ? 'head' : pick(taken, n));
      }
    }
    const { content } = join(three, { choices });
    const answer = real.send(by, commitMerge, {
      ref,
      ours: ours.id,
      theirs: theirs.id,
      fromTagId: other?.id,
      resolutions: resolutions(),
    });
    if (upToDate || !isSound(content)) {
      await expect(answer).rejects.toHaveProperty('code');
      return;
    }
    const message = `Merge ${other?.name ?? 'a version'} into ${branch.name}`;
    const told = await answer;
    expect(told.message).toBe(message);
    const to = { id: told.version.id, content, message, parent: ours, mergeParent: theirs };
    push(model, branch, { kind: 'merge', by, to });
  },
}));
