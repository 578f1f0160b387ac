import fc, { type Arbitrary } from 'fast-check';
import type { Command } from './command';
import { add, move, remove, rename } from './edits';
import { bensEdit, redo, reload, undo } from './takes-back';

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
  name.map(bensEdit),
  fc.constant(reload),
];
