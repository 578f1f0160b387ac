import fc, { type Arbitrary } from 'fast-check';
import { expect } from 'vitest';
import { redo, undo, type UndoResult } from '../../store/undo';
import { wordsFor } from './agree';
import type { Act, Where } from './command';
import type { Real } from './real';
import { type Branch, headOf, type Model, PEOPLE, putOn, type Version } from './state';
import { type Step, takeBack } from './take-back';

/** [T2][T3] A few times in a row, mostly by somebody who has something to take back. */
export const undoOrRedo: Arbitrary<Act> = fc
  .tuple(
    fc.constantFrom('undo' as const, 'redo' as const),
    fc.integer({ min: 1, max: 3 }),
    fc.boolean(),
  )
  .map(([kind, times, anybody]) => ({
    text: `${kind} ${times} times${anybody ? '' : ', or whoever can'}`,
    run: async (model, real, where) => {
      const who = anybody ? where : somebodyWith(kind, model, where);
      await (kind === 'undo' ? undoTimes : redoTimes)(model, real, { ...who, times });
    },
  }));

type Times = Where & { readonly times: number };

export async function undoTimes(
  model: Model,
  real: Real,
  { times, ...where }: Times,
): Promise<void> {
  for (let n = 0; n < times; n += 1) {
    if (!(await undoOnce(model, real, where))) return;
    if (where.branch.stacks[where.by]!.undo.length === 0) return;
  }
}

export async function redoTimes(
  model: Model,
  real: Real,
  { times, ...where }: Times,
): Promise<void> {
  for (let n = 0; n < times; n += 1) {
    if (!(await redoOnce(model, real, where))) return;
    if (where.branch.stacks[where.by]!.redo.length === 0) return;
  }
}

async function undoOnce(model: Model, real: Real, where: Where): Promise<boolean> {
  const { branch, by } = where;
  const stack = branch.stacks[by]!;
  const answer = real.send(by, undo, { ref: { tagId: branch.id } });
  const step = takeBack(branch, { entries: stack.undo, by });
  const from = headOf(branch);
  const told = await answered(answer, step);
  if (step.do === 'refuse' || told === undefined) return false;
  const { entry } = step;
  const { message, resetAt } = entry;
  const to = follow(model, where, { kind: 'undo', step, told, message: `Undo “${message}”` });
  stack.undo = stack.undo.slice(0, stack.undo.indexOf(entry));
  const place = resetAt === undefined ? {} : { resetAt: branch.moves.length };
  stack.redo = [...stack.redo, { from, to, message, entry, ...place }];
  expect(told).toMatchObject({ message, skipped: step.passed, undo: wordsFor(branch, by) });
  return true;
}

async function redoOnce(model: Model, real: Real, where: Where): Promise<boolean> {
  const { branch, by } = where;
  const stack = branch.stacks[by]!;
  const answer = real.send(by, redo, { ref: { tagId: branch.id } });
  const step = takeBack(branch, { entries: stack.redo, by });
  const from = headOf(branch);
  const told = await answered(answer, step);
  if (step.do === 'refuse' || told === undefined) return false;
  const { message, entry } = step.entry;
  const to = follow(model, where, { kind: 'redo', step, told, message });
  stack.redo = stack.redo.slice(0, stack.redo.indexOf(step.entry));
  // Done again as a patch, the edit has another result: that is what the next undo takes back.
  if (step.do === 'patch') putOn(stack, { from, to, message });
  else stack.undo = [...entry.below, entry];
  expect(told).toMatchObject({ message, skipped: step.passed, undo: wordsFor(branch, by) });
  return true;
}

async function answered<E>(
  answer: Promise<UndoResult>,
  step: Step<E>,
): Promise<UndoResult | undefined> {
  if (step.do !== 'refuse') return answer;
  await expect(answer).rejects.toMatchObject({ code: 'undo_refused' });
  return undefined;
}

/** The branch after it: back at an earlier version, or on at a new one. */
function follow(
  model: Model,
  { branch, by }: Where,
  taken: {
    kind: 'undo' | 'redo';
    step: Exclude<Step<unknown>, { do: 'refuse' }>;
    told: UndoResult;
    message: string;
  },
): Version {
  const { kind, step, told, message } = taken;
  const parent = headOf(branch);
  const to =
    step.do === 'move' ? step.to : { id: told.version.id, content: step.content, message, parent };
  if (step.do === 'patch') model.versions.push(to);
  branch.moves.push({ kind, to, by });
  return to;
}

/** Whoever has something to take back, the person and the branch in question first of all. */
export function somebodyWith(kind: 'undo' | 'redo', { branches }: Model, where: Where): Where {
  const all = [where.branch, ...branches].flatMap((branch: Branch) =>
    PEOPLE.map((_, by) => ({ branch, by })),
  );
  return [where, ...all].find(({ branch, by }) => branch.stacks[by]![kind].length > 0) ?? where;
}
