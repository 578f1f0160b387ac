import fc, { type Arbitrary } from 'fast-check';
import { edgeAt, nodeAt } from './content';
import type { Gesture } from './gesture';
import { addOrRemove, connect } from './graph-gestures';
import { append, configure, expectName, move, rename, unset } from './node-gestures';

const ids = ['a', 'b', 'c', 'd'];
const node = fc.constantFrom(...ids.map(nodeAt));
const edge = fc.constantFrom(...['e', 'f', 'g'].map(edgeAt));
const name = fc.constantFrom('X', 'Y', 'Z');
const key = fc.constantFrom('k', 'l');
const small = fc.nat(2);
const axis = fc.constantFrom('x' as const, 'y' as const);
const pair = fc.constantFrom(
  ...ids.flatMap((from) => ids.filter((to) => to !== from).map((to) => [from, to] as const)),
);

export const gesture: Arbitrary<Gesture> = fc.oneof(
  fc.tuple(node, name).map(([at, to]) => rename(to)(at)),
  fc.tuple(node, axis, small).map(([at, along, to]) => move(along, to)(at)),
  fc.tuple(node, key, small).map(([at, which, to]) => configure(which, to)(at)),
  fc.tuple(node, key).map(([at, which]) => unset(which)(at)),
  fc.tuple(node, small).map(([at, value]) => append(value)(at)),
  node.map((at) => expectName(at)),
  fc.tuple(node, name).map(([at, as]) => addOrRemove(at, as)),
  fc.tuple(edge, pair).map(([at, [from, to]]) => connect(at, from, to)),
  fc.tuple(edge, pair).map(([at, [from, to]]) => connect(at, from, to)),
);
