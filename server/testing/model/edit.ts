import fc, { type Arbitrary } from 'fast-check';
import { expect } from 'vitest';
import { applyPatch } from '@core/patch/apply-patch';
import { appendPatch, type AppendResult } from '../../store/append-patch';
import { type Act, pick, place, type Where } from './command';
import { type Content, toDag } from './content';
import { type Gesture, gesture, inTurn } from './gestures';
import { join, type Joined, sameContent } from './join';
import { isLoop } from './loop-conflict';
import type { Real } from './real';
import { headOf, type Model, push, type Version } from './state';

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
  const done = inTurn(gestures, base.content);
  const isCurrent = base === head || base === head.equals;
  // What cannot be done where it was made is tried at the head only.
  if (done.result === undefined && !isCurrent) return;
  model.edits += 1;
  const message = `E${model.edits}`;
  const edit = { ref: { tagId: branch.id }, parent: base.id, ops: done.ops, message };
  const answer = real.send(by, appendPatch, edit);
  if (done.result === undefined) {
    await expect(answer).rejects.toHaveProperty('code');
    return;
  }
  if (!isCurrent && branch.moves.every(({ to }) => to !== base)) {
    await expect(answer).rejects.toMatchObject({ code: 'parent_not_on_tag' });
    return;
  }
  const joined = join(
    { base: base.content, head: head.content, incoming: done.result },
    { reads: done.reads },
  );
  const told = await answer;
  expect(told.status).toBe(statusOf(joined, head.content, isCurrent));
  if (told.status === 'conflict') {
    expectClashes(told, joined);
    expect(told).toMatchObject({ head: head.id, seq: branch.moves.length });
    return;
  }
  if (told.status !== 'committed') {
    expect(applyPatch(toDag(base.content), told.changes)).toEqual(toDag(joined.content));
  }
  if (told.status === 'unchanged') {
    expect(told.version).toBe(head.id);
    return;
  }
  const to: Version = { id: told.version.id, content: joined.content, message, parent: head };
  push(model, branch, { kind: 'edit', by, to });
  expect(told.undo).toEqual({ undo: { message }, redo: null });
}

function statusOf({ content, clashes, loops }: Joined, head: Content, isCurrent: boolean) {
  if (clashes.length > 0 || loops) return 'conflict';
  if (sameContent(content, head)) return 'unchanged';
  return isCurrent ? 'committed' : 'rebased';
}

function expectClashes(told: Extract<AppendResult, { status: 'conflict' }>, joined: Joined): void {
  const clashes = told.conflicts
    .filter((conflict) => !isLoop(conflict))
    .map(({ kind, unit }) => `${kind} ${unit}`);
  expect(clashes.sort()).toEqual(joined.clashes);
}
