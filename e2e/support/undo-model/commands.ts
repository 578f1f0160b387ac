import { expect } from '@playwright/test';
import fc, { type Arbitrary, type AsyncCommand } from 'fast-check';
import { agree, edited, follow } from './follow';
import { type Model, type Step, without, withNode } from './model';
import { BENS, type Workbench } from './workbench';

/** Arrow keys move by this, and onto it. */
const GRID = 8;

export type Command = AsyncCommand<Model, Workbench>;

function command(text: string, run: (model: Model, bench: Workbench) => Promise<void>): Command {
  return {
    check: () => true,
    toString: () => text,
    run: async (model, bench) => {
      await run(model, bench);
      await agree(model, bench);
    },
  };
}

const add = command('add a node', async (model, bench) => {
  const known = new Set([...Object.keys(model.picture.nodes), BENS]);
  await bench.add('Transform');
  await bench.page.keyboard.press('Escape');
  const { nodes } = await bench.drawn();
  const fresh = Object.entries(nodes).filter(([id]) => !known.has(id));
  expect(fresh).toHaveLength(1);
  const [[id, node]] = fresh as [[string, Step]];
  await edited(model, bench, withNode(model.picture, id, node));
});

const move = (at: number, [key, by]: readonly [string, number], times: number) =>
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

const rename = (at: number, name: string) =>
  onNode(`rename node ${at} to ${name}`, at, async (model, bench, [id, node]) => {
    const field = bench.panel.getByLabel('Name');
    await field.fill(name);
    await field.blur();
    if (node.name === name) return;
    await edited(model, bench, withNode(model.picture, id, { ...node, name }));
  });

const remove = (at: number) =>
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

/** [T2][T3] Keys as fast as they come. Back at the same version, when nobody came between. */
const undo = (times: number) =>
  command(`Ctrl+Z × ${times}`, async (model, bench) => {
    const steps = model.past.slice(-times).reverse();
    for (let n = 0; n < times; n += 1) await bench.page.keyboard.press('ControlOrMeta+z');
    const before = new Set(model.heads);
    const moves = await follow(
      model,
      bench,
      steps.map(() => 'undo'),
    );
    for (const [n, entry] of steps.entries()) {
      const { from, to } = moves[n]!;
      expect(from === entry.to ? to === entry.from : !before.has(to)).toBe(true);
      model.past.pop();
      model.future.push({ entry, from, to });
      model.picture = entry.before;
      model.seen = model.bens;
    }
  });

const redo = (times: number) =>
  command(`Ctrl+Shift+Z × ${times}`, async (model, bench) => {
    const steps = model.future.slice(-times).reverse();
    for (let n = 0; n < times; n += 1) await bench.page.keyboard.press('ControlOrMeta+Shift+z');
    const before = new Set(model.heads);
    const moves = await follow(
      model,
      bench,
      steps.map(() => 'redo'),
    );
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

const reload = command('reload', async (model, bench) => {
  await bench.page.reload();
  await bench.ready();
  model.seen = model.bens;
});

/** [T3] What Ben did stays, whatever Ada takes back. */
const bensEdit = (name: string) =>
  command(`Ben names his node ${name}`, async (model, bench) => {
    if (model.bens.name === name) return;
    model.bens = { ...model.bens, name };
    await bench.editAsBen(model.heads.at(-1)!, model.bens);
    await follow(model, bench, ['edit']);
  });

const place = fc.nat(5);
const name = fc.constantFrom('One', 'Two', 'Three');
const times = fc.integer({ min: 1, max: 3 });
const arrow = fc.constantFrom(['ArrowRight', 8] as const, ['Shift+ArrowLeft', -32] as const);

export const commands: Arbitrary<Command>[] = [
  fc.constant(add),
  fc.tuple(place, arrow, times).map((args) => move(...args)),
  fc.tuple(place, name).map((args) => rename(...args)),
  place.map(remove),
  times.map(undo),
  times.map(undo),
  times.map(redo),
  name.map(bensEdit),
  fc.constant(reload),
];
