import type { AsyncCommand } from 'fast-check';
import { agree } from './follow';
import type { Model } from './model';
import type { Workbench } from './workbench';

export type Command = AsyncCommand<Model, Workbench>;

/** After each command everything is compared. */
export function command(
  text: string,
  run: (model: Model, bench: Workbench) => Promise<void>,
): Command {
  return {
    check: () => true,
    toString: () => text,
    run: async (model, bench) => {
      await run(model, bench);
      await agree(model, bench);
    },
  };
}
