import fc, { type Arbitrary } from 'fast-check';
import { expect } from 'vitest';
import { reset } from '../../store/reset';
import { restore } from '../../store/restore';
import { type Act, pick, place } from './command';
import { sameContent } from './content';
import { headOf, push, putOn } from './state';

/** [T5] */
export const restoring: Arbitrary<Act> = place.map((at) => ({
  text: `restore version ${at}`,
  run: async (model, real, { branch, by }) => {
    const version = pick(model.versions, at);
    const head = headOf(branch);
    const answer = real.send(by, restore, {
      ref: { tagId: branch.id },
      versionId: version.id,
      head: head.id,
    });
    if (sameContent(version.content, head.content)) {
      await expect(answer).rejects.toMatchObject({ code: 'conflict' });
      return;
    }
    const message = `Restore “${version.message}”`;
    const told = await answer;
    expect(told.message).toBe(message);
    const to = { id: told.version.id, content: version.content, message, parent: head };
    push(model, branch, { kind: 'restore', by, to });
  },
}));

/** [T5] Ends every stack; only the reset itself can be taken back, by whoever made it. */
export const resetting: Arbitrary<Act> = fc.tuple(place, fc.nat(5)).map(([at, any]) => ({
  text: any === 0 ? `reset to version ${at}` : `reset to what move ${at} led to`,
  run: async (model, real, { branch, by }) => {
    const version = any === 0 ? pick(model.versions, at) : pick(branch.moves, at).to;
    const head = headOf(branch);
    const answer = real.send(by, reset, {
      ref: { tagId: branch.id },
      versionId: version.id,
      head: head.id,
    });
    if (version === head) {
      await expect(answer).rejects.toMatchObject({ code: 'conflict' });
      return;
    }
    if (branch.moves.every(({ to }) => to !== version)) {
      await expect(answer).rejects.toMatchObject({ code: 'parent_not_on_tag' });
      return;
    }
    const message = `Reset to “${version.message}”`;
    expect(await answer).toMatchObject({ message });
    branch.moves.push({ kind: 'reset', to: version, by });
    for (const stack of branch.stacks) Object.assign(stack, { undo: [], redo: [] });
    const resetAt = branch.moves.length;
    putOn(branch.stacks[by]!, { from: head, to: version, message, resetAt });
  },
}));
