import fc, { type Arbitrary } from 'fast-check';
import type { Act } from './command';
import { edits } from './edit';
import { PEOPLE } from './state';
import { redoTimes, somebodyWith, undoTimes } from './undo-redo';

const times = fc.integer({ min: 1, max: 3 });

/** [T3] Somebody steps back, the other one goes on from there, and then it is forth and back again. */
export const detour: Arbitrary<Act> = fc
  .tuple(times, edits, times, times)
  .map(([back, others, forth, again]) => ({
    text: `undo ${back} times; the other ${others.text}; redo ${forth} times; undo ${again} times`,
    run: async (model, real, where) => {
      const mine = somebodyWith('undo', model, where);
      await undoTimes(model, real, { ...mine, times: back });
      await others.run(model, real, { ...mine, by: (mine.by + 1) % PEOPLE.length });
      await redoTimes(model, real, { ...mine, times: forth });
      await undoTimes(model, real, { ...mine, times: again });
    },
  }));
