import fc, { type Arbitrary } from 'fast-check';
import { expect } from 'vitest';
import { applyPatch } from '@core/patch/apply-patch';
import { appendPatch, type AppendResult } from '../../store/append-patch';
import { type Act, pick, place, type Where } from './command';
import { toDag } from './content';
import { type Gesture, inTurn } from './gesture';
import { gesture } from './gestures';
import { join, type Joined, outcomeOf } from './join';
import type { Real } from './real';
import { type Branch, headOf, type Model, push, type Version } from './state';
import { expectClashes } from './told-conflicts';

/** Which version somebody has open when they edit. */
interface Opened {
  readonly text: string;
  readonly of: (model: Model, where: Where) => Version;
}

const opened: Arbitrary<Opened> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constant({
      text: 'the head',
      of: (_: Model, { branch }: Where) => headOf(branch),
    }),
  },
  {
    weight: 4,
    arbitrary: place.map((at) => ({
      text: `what move ${at} led to`,
      of: (_: Model, { branch }: Where) => pick(branch.moves, at).to,
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

const gestures = fc.array(gesture, { minLength: 1, maxLength: 2, size: 'max' });

/** [V5] Edits for the head, for a version that the branch has left, or for one it never had. */
export const edits: Arbitrary<Act> = fc
  .tuple(fc.array(gestures, { minLength: 1, maxLength: 2, size: 'max' }), opened)
  .map(([each, version]) => ({
    text: `on ${version.text}: ${each.map((one) => one.map(({ text }) => text).join(' and ')).join('; ')}`,
    run: async (model, real, where) => {
      for (const one of each) {
        await edit(model, real, { ...where, base: version.of(model, where), gestures: one });
      }
    },
  }));

interface Edit extends Where {
  readonly base: Version;
  readonly gestures: readonly Gesture[];
}

async function edit(model: Model, real: Real, { branch, by, base, gestures }: Edit): Promise<void> {
  const head = headOf(branch);
  const { ops, reads, result } = inTurn(gestures, base.content);
  const isCurrent = base === head || base === head.equals;
  // What cannot be done where it was made is tried at the head only.
  if (result === undefined && !isCurrent) return;
  model.edits += 1;
  const message = `E${model.edits}`;
  const edit = { ref: { tagId: branch.id }, parent: base.id, ops, message };
  const answer = real.send(by, appendPatch, edit);
  if (result === undefined) {
    await expect(answer).rejects.toHaveProperty('code');
    return;
  }
  if (!isCurrent && branch.moves.every(({ to }) => to !== base)) {
    await expect(answer).rejects.toMatchObject({ code: 'parent_not_on_tag' });
    return;
  }
  const sides = { base: base.content, head: head.content, incoming: result };
  const joined = join(sides, { reads });
  const told = await answer;
  const stored = isCurrent ? 'committed' : 'rebased';
  expect(told.status).toBe(outcomeOf(joined, head.content) ?? stored);
  expectAnswer(told, { base, joined, branch });
  if (told.status !== 'committed' && told.status !== 'rebased') return;
  const to: Version = { id: told.version.id, content: joined.content, message, parent: head };
  push(model, branch, { kind: 'edit', by, to });
  expect(told.undo).toEqual({ undo: { message }, redo: null });
}

/** What the editor needs to go on with: where the branch is, and what came to what it had open. */
function expectAnswer(
  told: AppendResult,
  { base, joined, branch }: { base: Version; joined: Joined; branch: Branch },
): void {
  const head = headOf(branch);
  if (told.status === 'unchanged') expect(told.version).toBe(head.id);
  if (told.status === 'conflict') {
    expect(told).toMatchObject({ head: head.id, seq: branch.moves.length });
    expectClashes(told.conflicts, joined);
  }
  if (told.status === 'committed') return;
  const after = told.status === 'conflict' ? head.content : joined.content;
  expect(applyPatch(toDag(base.content), told.changes)).toEqual(toDag(after));
}
