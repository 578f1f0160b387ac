import { expect } from '@playwright/test';
import { command } from './command';
import { follow } from './follow';

/** [T2][T3] Keys as fast as they come. Back at the same version, when nobody came between. */
export const undo = (times: number) =>
  command(`Ctrl+Z × ${times}`, async (model, bench) => {
    const steps = model.past.slice(-times).reverse();
    for (let n = 0; n < times; n += 1) await bench.page.keyboard.press('ControlOrMeta+z');
    const before = new Set(model.heads);
    const moves = await follow(model, bench, Array<string>(steps.length).fill('undo'));
    for (const [n, entry] of steps.entries()) {
      const { from, to } = moves[n]!;
      expect(from === entry.to ? to === entry.from : !before.has(to)).toBe(true);
      model.past.pop();
      model.future.push({ entry, from, to });
      model.picture = entry.before;
      model.seen = model.bens;
    }
  });

export const redo = (times: number) =>
  command(`Ctrl+Shift+Z × ${times}`, async (model, bench) => {
    const steps = model.future.slice(-times).reverse();
    for (let n = 0; n < times; n += 1) await bench.page.keyboard.press('ControlOrMeta+Shift+z');
    const before = new Set(model.heads);
    const moves = await follow(model, bench, Array<string>(steps.length).fill('redo'));
    for (const [n, undone] of steps.entries()) {
      const { from, to } = moves[n]!;
      const returns = from === undone.to;
      expect(returns ? to === undone.from : !before.has(to)).toBe(true);
      model.future.pop();
      model.past.push(returns ? undone.entry : { ...undone.entry, from, to });
      model.picture = undone.entry.after;
      model.seen = model.bens;
    }
  });

export const reload = command('reload', async (model, bench) => {
  await bench.page.reload();
  await bench.ready();
  model.seen = model.bens;
});

/** [T3] What Ben did stays, whatever Ada takes back. */
export const bensEdit = (name: string) =>
  command(`Ben names his node ${name}`, async (model, bench) => {
    if (model.bens.name === name) return;
    model.bens = { ...model.bens, name };
    await bench.editAsBen(model.heads.at(-1)!, model.bens);
    await follow(model, bench, ['edit']);
  });
