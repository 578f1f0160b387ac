import fc, { type Arbitrary, type AsyncCommand } from 'fast-check';
import { agree } from './agree';
import type { Real } from './real';
import { type Branch, type Model, PEOPLE } from './state';

export type Command = AsyncCommand<Model, Real>;

/** Who does something, and on which branch. */
export interface Where {
  readonly branch: Branch;
  readonly by: number;
}

/** Something that one person does on one branch. */
export interface Act {
  readonly text: string;
  readonly run: (model: Model, real: Real, where: Where) => Promise<void>;
}

/** A place in a list that is as long as it happens to be when the command runs. */
export const place = fc.nat(23);

export function pick<T>(from: readonly T[], at: number): T {
  const one = from[at % from.length];
  if (one === undefined) throw new Error('There is nothing to pick from.');
  return one;
}

/** Mostly the first, where both people meet. */
const branchAt = fc.constantFrom(0, 0, 0, 1, 1, 2);

/** After each command everything is compared. */
export function onBranch(acts: Arbitrary<Act>): Arbitrary<Command> {
  return fc.tuple(acts, branchAt, fc.nat(PEOPLE.length - 1)).map(([act, at, by]) => ({
    check: () => true,
    toString: () => `${PEOPLE[by]} on branch ${at}: ${act.text}`,
    run: async (model: Model, real: Real) => {
      await act.run(model, real, { branch: pick(model.branches, at), by });
      await agree(model, real);
    },
  }));
}
