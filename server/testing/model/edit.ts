import fc, { type Arbitrary } from 'fast-check';
import { expect } from 'vitest';
import { applyPatch } from '@core/patch/apply-patch';
import { appendPatch } from '../../store/append-patch';
import { type Act, pick, place } from './command';
import { toDag } from './content';
import { gesture, inTurn, readsOf } from './gestures';
import { join } from './join';
import { type Branch, headOf, type Model, push, type Version } from './state';
import { sameContent } from './take-back';

/** Which version somebody had open when they made an edit. */
const parent = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constant({ text: 'head', of: (_: Model, branch: Branch) => headOf(branch) }),
  },
  {
    weight: 4,
    arbitrary: place.map((at) => ({
      text: `what move ${at} led to`,
      of: (_: Model, { moves }: Branch) => pick(moves, at).to,
    })),
  },
  {
    weight: 1,
    arbitrary: place.map((at) => ({
      text: `version ${at}`,
      of: ({ versions }: Model) => pick(versions, at),
    })),
  },
);

/** [V5] An edit for the head, or for a version that the branch has left, or where it never was. */
export const edit: Arbitrary<Act> = fc
  .tuple(fc.array(gesture, { minLength: 1, maxLength: 2, size: 'max' }), parent)
  .map(([gestures, made]) => ({
    text: `for ${made.text}, ${gestures.map(({ text }) => text).join('; ')}`,
    run: async (model, real, { branch, by }) => {
      const base = made.of(model, branch);
      const head = headOf(branch);
      const { ops, result } = inTurn(gestures, base.content);
      const isCurrent = base === head || base === head.equals;
      // What could not even be done where it was made is tried at the head only.
      if (result === undefined && !isCurrent) return;
      model.edits += 1;
      const message = `E${model.edits}`;
      const answer = real.send(by, appendPatch, {
        ref: { tagId: branch.id },
        parent: base.id,
        ops,
        message,
      });
      if (result === undefined) {
        await expect(answer).rejects.toHaveProperty('code');
        return;
      }
      if (!isCurrent && branch.moves.every(({ to }) => to !== base)) {
        await expect(answer).rejects.toMatchObject({ code: 'parent_not_on_tag' });
        return;
      }
      const joined = join(
        { base: base.content, head: head.content, incoming: result },
        readsOf(gestures),
      );
      const told = await answer;
      if (told.status === 'conflict') {
        const clashes = told.conflicts
          .filter(({ kind, unit }) => kind !== 'cycle' && !isOwnEnd(kind, unit))
          .map(({ kind, unit }) => `${kind} ${unit}`);
        expect(clashes.sort()).toEqual(joined.clashes);
        if (clashes.length === 0) expect(joined.loops).toBe(true);
        expect(told).toMatchObject({ head: head.id, seq: branch.moves.length });
        return;
      }
      expect({ clashes: joined.clashes, loops: joined.loops }).toEqual({
        clashes: [],
        loops: false,
      });
      if (told.status === 'unchanged') {
        expect(sameContent(joined.content, head.content)).toBe(true);
        expect(told.version).toBe(head.id);
        return;
      }
      expect(sameContent(joined.content, head.content)).toBe(false);
      expect(told.status).toBe(isCurrent ? 'committed' : 'rebased');
      expect(told.undo).toEqual({ undo: { message }, redo: null });
      if (told.status === 'rebased') {
        expect(applyPatch(toDag(base.content), told.changes)).toEqual(toDag(joined.content));
      }
      const to: Version = { id: told.version.id, content: joined.content, message, parent: head };
      push(model, branch, { kind: 'edit', by, to });
    },
  }));

/** A connection whose ends both sides moved to one node is a loop of its own. */
function isOwnEnd(kind: string, unit: string): boolean {
  return kind === 'field' && unit.startsWith('/edges/') && unit.split('/').length === 3;
}
