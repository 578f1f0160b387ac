import fc, { type Arbitrary } from 'fast-check';
import { expect } from 'vitest';
import { redo, undo } from '../../store/undo';
import { wordsFor } from './agree';
import type { Act } from './command';
import { type Entry, headOf, type Version } from './state';
import { takeBack } from './take-back';

/** [T2][T3] */
export const undoOrRedo: Arbitrary<Act> = fc
  .constantFrom('undo' as const, 'redo' as const)
  .map((kind) => ({
    text: kind,
    run: async (model, real, { branch, by }) => {
      const stack = branch.stacks[by]!;
      const head = headOf(branch);
      const entries: readonly (Entry & { entry?: Entry })[] = stack[kind];
      const step = takeBack(branch, { entries, by });
      const answer = real.send(by, kind === 'undo' ? undo : redo, { ref: { tagId: branch.id } });
      if (step.do === 'refuse') {
        await expect(answer).rejects.toMatchObject({ code: 'undo_refused' });
        return;
      }
      const told = await answer;
      const about = step.entry.entry ?? step.entry;
      let to: Version;
      if (step.do === 'move') to = step.to;
      else {
        const message = kind === 'undo' ? `Undo “${about.message}”` : about.message;
        to = { id: told.version.id, content: step.content, message, parent: head };
        model.versions.push(to);
      }
      branch.moves.push({ kind, to, by });
      const left = entries.slice(0, entries.indexOf(step.entry));
      if (kind === 'undo') {
        stack.undo = left;
        stack.redo.push({
          from: head,
          to,
          message: about.message,
          entry: about,
          ...resetOf(about, branch.moves.length),
        });
      } else {
        stack.redo = left as typeof stack.redo;
        // Done again as a patch the edit has another result, and that is what the next undo takes back.
        stack.undo.push(step.do === 'move' ? about : { from: head, to, message: about.message });
      }
      expect(told).toMatchObject({
        message: about.message,
        skipped: step.passed,
        undo: wordsFor(branch, by),
      });
    },
  }));

function resetOf({ resetAt }: Entry, place: number): Pick<Entry, 'resetAt'> {
  return resetAt === undefined ? {} : { resetAt: place };
}
