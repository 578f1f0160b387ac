import { expect } from '@playwright/test';
import { command, type Command } from './command';
import { edited } from './follow';
import { type Model, type Step, without, withNode } from './model';
import { BENS, type Workbench } from './workbench';

/** Arrow keys move by this, and onto it. */
const GRID = 8;

export const add = command('add a node', async (model, bench) => {
  const known = new Set([...Object.keys(model.picture.nodes), BENS]);
  await bench.add('Transform');
  await bench.page.keyboard.press('Escape');
  const { nodes } = await bench.drawn();
  const fresh = Object.entries(nodes).filter(([id]) => !known.has(id));
  expect(fresh).toHaveLength(1);
  const [[id, node]] = fresh as [[string, Step]];
  await edited(model, bench, withNode(model.picture, id, node));
});

export const move = (at: number, [key, by]: readonly [string, number], times: number) =>
  onNode(`move node ${at} with ${times} × ${key}`, at, async (model, bench, [id, node]) => {
    let { x, y } = node;
    for (let n = 0; n < times; n += 1) {
      await bench.page.keyboard.press(key);
      [x, y] = [onGrid(x + by), onGrid(y)];
    }
    const moved = { ...node, x, y };
    await edited(model, bench, withNode(model.picture, id, moved));
  });

const onGrid = (value: number) => Math.round(value / GRID) * GRID;

export const rename = (at: number, name: string) =>
  onNode(`rename node ${at} to ${name}`, at, async (model, bench, [id, node]) => {
    const field = bench.panel.getByLabel('Name');
    await field.fill(name);
    await field.blur();
    if (node.name === name) return;
    await edited(model, bench, withNode(model.picture, id, { ...node, name }));
  });

export const remove = (at: number) =>
  onNode(`delete node ${at}`, at, async (model, bench, [id]) => {
    await bench.page.keyboard.press('Delete');
    await edited(model, bench, without(model.picture, id));
  });

type Chosen = readonly [id: string, node: Step];

function onNode(
  text: string,
  at: number,
  run: (model: Model, bench: Workbench, chosen: Chosen) => Promise<void>,
): Command {
  return command(text, async (model, bench) => {
    const nodes = Object.entries(model.picture.nodes).sort(([a], [b]) => (a < b ? -1 : 1));
    const chosen = nodes[at % Math.max(1, nodes.length)];
    if (chosen === undefined) return;
    await bench.take(chosen[0]);
    await run(model, bench, chosen);
  });
}
