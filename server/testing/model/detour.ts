import fc, { type Arbitrary } from 'fast-check';
import { resetting } from './back';
import type { Act, Where } from './command';
import { compacting } from './compacting';
import { edits } from './edit';
import { elsewhere } from './elsewhere';
import { PEOPLE } from './state';
import { redoTimes, somebodyWith, undoTimes } from './undo-redo';

const times = fc.integer({ min: 1, max: 3 });

const interlude = fc.oneof(
  { weight: 3, arbitrary: edits },
  { weight: 2, arbitrary: compacting },
  { weight: 2, arbitrary: elsewhere },
);

const other = (where: Where): Where => ({ ...where, by: (where.by + 1) % PEOPLE.length });

/** [T3] Somebody steps back, the other one goes on from there, and then it is forth and back again. */
export const detour: Arbitrary<Act> = fc
  .tuple(times, interlude, times, times)
  .map(([back, others, forth, again]) => ({
    text: `undo ${back} times; the other: ${others.text}; redo ${forth} times; undo ${again} times`,
    run: async (model, real, where) => {
      const mine = somebodyWith('undo', model, where);
      await undoTimes(model, real, { ...mine, times: back });
      await others.run(model, real, other(mine));
      await redoTimes(model, real, { ...mine, times: forth });
      await undoTimes(model, real, { ...mine, times: again });
    },
  }));

/** [T5] A reset, after which the other one does something and may take it back. */
export const resetDetour: Arbitrary<Act> = fc
  .tuple(resetting, interlude, fc.boolean(), edits)
  .map(([reset, others, takesBack, mine]) => ({
    text: `${reset.text}; the other: ${others.text}${takesBack ? ', and undo' : ''}; then ${mine.text}, and undo all`,
    run: async (model, real, where) => {
      await reset.run(model, real, where);
      await others.run(model, real, other(where));
      if (takesBack) await undoTimes(model, real, { ...other(where), times: 3 });
      await mine.run(model, real, where);
      await undoTimes(model, real, { ...where, times: 9 });
      await redoTimes(model, real, { ...where, times: 1 });
    },
  }));
