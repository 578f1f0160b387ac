import fc, { type Arbitrary } from 'fast-check';
import { branchBeside } from './branching';
import type { Act } from './command';
import { edits } from './edit';
import { merge, settlement } from './merging';
import { headOf, PEOPLE } from './state';

const ways = fc.constantFrom('there', 'back', 'there and back', 'across');

/** [M3] Two people on two branches, which are merged; across, each as it was before the other merge. */
export const parting: Arbitrary<Act> = fc
  .tuple(edits, edits, ways, settlement)
  .map(([mine, others, way, settled]) => ({
    text: `${mine.text}; the other on a branch beside ${others.text}; merge ${way}, settled by ${settled.join(', ')}`,
    run: async (model, real, here) => {
      const branch = await branchBeside(model, real, here);
      const there = { branch, by: (here.by + 1) % PEOPLE.length };
      await mine.run(model, real, here);
      await others.run(model, real, there);
      const before = headOf(here.branch);
      if (way !== 'back') {
        await merge(model, real, { ...here, theirs: headOf(branch), from: branch, settled });
      }
      if (way === 'there') return;
      const theirs = way === 'across' ? before : headOf(here.branch);
      const from = theirs === headOf(here.branch) ? { from: here.branch } : {};
      await merge(model, real, { ...there, theirs, ...from, settled });
    },
  }));
