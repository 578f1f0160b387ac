import { expect } from '@playwright/test';
import type { Model, Picture } from './model';
import { BENS, type Workbench } from './workbench';

/** What the branch did meanwhile: as many moves, of these kinds, one after the other. */
export async function follow(model: Model, bench: Workbench, kinds: readonly string[]) {
  const moves = await bench.movesAfter(model.heads.length, kinds.length);
  expect(moves.map(({ kind }) => kind)).toEqual(kinds);
  for (const { from, to } of moves) {
    expect(from).toBe(model.heads.at(-1));
    model.heads.push(to);
  }
  return moves.map(({ from, to }) => ({ from: from ?? '', to }));
}

/** Ada has edited: the branch moved once, and her page knows of all that came before. */
export async function edited(model: Model, bench: Workbench, after: Picture): Promise<void> {
  const [move] = await follow(model, bench, ['edit']);
  model.past.push({ before: model.picture, after, ...move! });
  model.future = [];
  model.picture = after;
  model.seen = model.bens;
}

/** The canvas draws, the store holds and the buttons offer what the model says. */
export async function agree(model: Model, bench: Workbench): Promise<void> {
  const { nodes, edges } = model.picture;
  // A page that has just been opened may look once more, and find what Ben did meanwhile.
  const name = expect.stringMatching(`^(${model.seen.name}|${model.bens.name})$`);
  await expect
    .poll(() => bench.drawn(), { intervals: [30, 60, 120, 250] })
    .toEqual({
      nodes: { ...nodes, [BENS]: { ...model.bens, name } },
      edges: Object.keys(edges).sort(),
    });
  expect(await bench.stored()).toEqual({ nodes: { ...nodes, [BENS]: model.bens }, edges });
  for (const [button, entries] of [
    ['undo', model.past],
    ['redo', model.future],
  ] as const) {
    await expect(bench.page.getByTestId(button)).toHaveAttribute(
      'aria-disabled',
      String(entries.length === 0),
    );
  }
}
