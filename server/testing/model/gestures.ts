import fc, { type Arbitrary } from 'fast-check';
import type { Json } from '@core/json/json';
import type { Op } from '@core/patch/ops';
import { type Content, edgeAt, edgesIn, endsOf, type Entry, isSound, nodeAt } from './content';
import type { Read } from './join';

/** One thing that somebody does on the canvas, seen from what they have open. */
export interface Gesture {
  readonly text: string;
  readonly on: (content: Content) => Done;
}

export interface Done {
  readonly ops: readonly Op[];
  /** Undefined when it cannot be done. */
  readonly result: Content | undefined;
  /** What it rests on: [P6]. */
  readonly reads?: readonly Read[];
}

/** Gestures one after the other, as one edit. */
export function inTurn(gestures: readonly Gesture[], content: Content): Required<Done> {
  const ops: Op[] = [];
  const reads: Read[] = [];
  let result: Content | undefined = content;
  for (const { on } of gestures) {
    if (result === undefined) break;
    const done: Done = on(result);
    ops.push(...done.ops);
    reads.push(...(done.reads ?? []));
    result = done.result;
  }
  return { ops, reads, result: result !== undefined && isSound(result) ? result : undefined };
}

const text = (value: Json) => JSON.stringify(value);

const newNode = (name: string): Entry => ({
  name: text(name),
  position: text({ x: 0, y: 0 }),
  'config/list': '[]',
});

/** Where every run begins: four nodes, two of them connected. */
export const beginning: Content = {
  [nodeAt('a')]: newNode('A'),
  [nodeAt('b')]: newNode('B'),
  [nodeAt('c')]: newNode('C'),
  [nodeAt('d')]: newNode('D'),
  [edgeAt('e')]: { source: text('a'), target: text('b') },
};

function addNode(content: Content, at: string, name: string): Done {
  const value = { type: 'noop', name, position: { x: 0, y: 0 }, config: { list: [] } };
  return { ops: [{ op: 'add', path: at, value }], result: { ...content, [at]: newNode(name) } };
}

/** What is done to a node; a node that is not there is added instead. */
function onNode(what: string, change: (node: Entry, at: string) => NodeChange) {
  return (at: string): Gesture => ({
    text: `${at} ${what}`,
    on: (content) => {
      const node = content[at];
      if (node === undefined) return addNode(content, at, 'New');
      const { op, fields, reads } = change(node, at);
      return { ops: [op], result: { ...content, [at]: fields }, reads: reads ?? [] };
    },
  });
}

interface NodeChange {
  readonly op: Op;
  readonly fields: Entry;
  readonly reads?: readonly Read[];
}

const rename = (name: string) =>
  onNode(`name = ${name}`, (node, at) => ({
    op: { op: 'replace', path: `${at}/name`, value: name },
    fields: { ...node, name: text(name) },
  }));

/** A place is one value, also when only one number of it is written. */
const move = (axis: 'x' | 'y', value: number) =>
  onNode(`${axis} = ${value}`, (node, at) => {
    const position = JSON.parse(node.position ?? '') as { x: number; y: number };
    return {
      op: { op: 'replace', path: `${at}/position/${axis}`, value },
      fields: { ...node, position: text({ ...position, [axis]: value }) },
    };
  });

/** So is a list. */
const append = (value: number) =>
  onNode(`list + ${value}`, (node, at) => {
    const list = JSON.parse(node['config/list'] ?? '') as number[];
    return {
      op: { op: 'add', path: `${at}/config/list/-`, value },
      fields: { ...node, 'config/list': text([...list, value]) },
    };
  });

const configure = (key: string, value: number) =>
  onNode(`${key} = ${value}`, (node, at) => ({
    op: { op: 'add', path: `${at}/config/${key}`, value },
    fields: { ...node, [`config/${key}`]: text(value) },
  }));

const unset = (key: string) =>
  onNode(`without ${key}`, (node, at) => {
    const { [`config/${key}`]: value, ...rest } = node;
    return value === undefined
      ? {
          op: { op: 'add', path: `${at}/config/${key}`, value: 0 },
          fields: { ...node, [`config/${key}`]: '0' },
        }
      : { op: { op: 'remove', path: `${at}/config/${key}` }, fields: rest };
  });

/** Holds the edit to the name that it was made for. */
const expectName = onNode('has its name', (node, at) => ({
  op: { op: 'test', path: `${at}/name`, value: JSON.parse(node.name ?? '') as Json },
  fields: node,
  reads: [{ at, field: 'name' }],
}));

/** With its connections; or back again under the same id. */
function addOrRemove(at: string, name: string): Gesture {
  return {
    text: `${at} removed, or added as ${name}`,
    on: (content) => {
      if (!(at in content)) return addNode(content, at, name);
      const joined = edgesIn(content).filter(([, edge]) => endsOf(edge).includes(at));
      const gone = [...joined.map(([edge]) => edge), at];
      return { ops: gone.map((path) => ({ op: 'remove', path })), result: without(content, gone) };
    },
  };
}

/** Two nodes connected, or the connection pulled over to them, or taken away when it joins them. */
function connect(at: string, source: string, target: string): Gesture {
  const value = { source, target };
  const fields = { source: text(source), target: text(target) };
  return {
    text: `${at} ${source} -> ${target}`,
    on: (content) => {
      const edge = content[at];
      const result = { ...content, [at]: fields };
      if (edge === undefined) return { ops: [{ op: 'add', path: at, value }], result };
      const moved = (['source', 'target'] as const).filter((end) => edge[end] !== fields[end]);
      if (moved.length === 0) {
        return { ops: [{ op: 'remove', path: at }], result: without(content, [at]) };
      }
      const ops = moved.map((end): Op => ({
        op: 'replace',
        path: `${at}/${end}`,
        value: value[end],
      }));
      return { ops, result };
    },
  };
}

function without(content: Content, gone: readonly string[]): Content {
  return Object.fromEntries(Object.entries(content).filter(([at]) => !gone.includes(at)));
}

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
