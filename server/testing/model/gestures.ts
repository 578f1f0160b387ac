import fc, { type Arbitrary } from 'fast-check';
import type { Json } from '@core/json/json';
import type { Op } from '@core/patch/ops';
import { type Content, edgeAt, edgesIn, endsOf, isSound, nodeAt } from './content';
import type { Read } from './join';

/** One thing that somebody does on the canvas: its ops, and what it makes of a content. */
export interface Gesture {
  readonly text: string;
  readonly ops: (content: Content) => Op[];
  /** Undefined when that cannot be done here. */
  readonly result: (content: Content) => Content | undefined;
  /** What it rests on. */
  readonly reads?: readonly Read[];
}

export const readsOf = (gestures: readonly Gesture[]): Read[] =>
  gestures.flatMap(({ reads = [] }) => reads);

/** Gestures one after the other, as one edit. */
export function inTurn(
  gestures: readonly Gesture[],
  content: Content,
): { ops: Op[]; result: Content | undefined } {
  let result: Content | undefined = content;
  const ops: Op[] = [];
  for (const gesture of gestures) {
    if (result === undefined) break;
    ops.push(...gesture.ops(result));
    result = gesture.result(result);
  }
  return { ops, result: result !== undefined && isSound(result) ? result : undefined };
}

const text = (value: Json) => JSON.stringify(value);

function setField(at: string, field: string, value: Json): Gesture {
  const path = `${at}/${field}`;
  const put = (content: Content, next: string) =>
    content[at] && { ...content, [at]: { ...content[at], [field]: next } };
  return {
    text: `${path} = ${text(value)}`,
    ops: () => [{ op: 'add', path, value }],
    result: (content) => put(content, text(value)),
  };
}

function unsetField(at: string, field: string): Gesture {
  const path = `${at}/${field}`;
  return {
    text: `remove ${path}`,
    ops: () => [{ op: 'remove', path }],
    result: (content) => {
      if (content[at]?.[field] === undefined) return undefined;
      const { [field]: _, ...rest } = content[at];
      return { ...content, [at]: rest };
    },
  };
}

/** A place is one value, also when only one number of it is written. */
function moveNode(at: string, axis: 'x' | 'y', value: number): Gesture {
  const path = `${at}/position/${axis}`;
  return {
    text: `${path} = ${value}`,
    ops: () => [{ op: 'replace', path, value }],
    result: (content) => {
      const node = content[at];
      if (node === undefined) return undefined;
      const position = JSON.parse(node.position ?? '') as { x: number; y: number };
      const moved = text({ ...position, [axis]: value });
      return { ...content, [at]: { ...node, position: moved } };
    },
  };
}

/** So is a list. */
function appendTo(at: string, value: number): Gesture {
  const path = `${at}/config/list/-`;
  return {
    text: `add ${value} to ${at}/config/list`,
    ops: () => [{ op: 'add', path, value }],
    result: (content) => {
      const node = content[at];
      if (node === undefined) return undefined;
      const list = JSON.parse(node['config/list'] ?? '') as number[];
      return { ...content, [at]: { ...node, 'config/list': text([...list, value]) } };
    },
  };
}

export const newNode = (name: string) => ({
  name: text(name),
  position: text({ x: 0, y: 0 }),
  'config/list': '[]',
});

/** Holds the edit to the name that it was made for. */
function expectName(at: string): Gesture {
  const path = `${at}/name`;
  return {
    text: `test ${path}`,
    ops: (content) => [
      { op: 'test', path, value: JSON.parse(content[at]?.name ?? 'null') as Json },
    ],
    result: (content) => (at in content ? content : undefined),
    reads: [{ at, field: 'name' }],
  };
}

/** Adds the node, or removes it with its connections when it is there. */
function toggleNode(at: string, name: string): Gesture {
  const gone = (content: Content) => [
    ...edgesIn(content).flatMap(([edge, value]) => (endsOf(value).includes(at) ? [edge] : [])),
    at,
  ];
  return {
    text: `add or remove ${at} ${name}`,
    ops: (content) => {
      if (at in content) return gone(content).map((path) => ({ op: 'remove', path }));
      const value = { type: 'noop', name, position: { x: 0, y: 0 }, config: { list: [] } };
      return [{ op: 'add', path: at, value }];
    },
    result: (content) => {
      if (!(at in content)) return { ...content, [at]: newNode(name) };
      const paths = new Set(gone(content));
      return Object.fromEntries(Object.entries(content).filter(([entry]) => !paths.has(entry)));
    },
  };
}

/** Adds the connection, or removes it when it is there. */
function toggleEdge(at: string, source: string, target: string): Gesture {
  return {
    text: `add or remove ${at} ${source} -> ${target}`,
    ops: (content) =>
      at in content
        ? [{ op: 'remove', path: at }]
        : [{ op: 'add', path: at, value: { source, target } }],
    result: (content) => {
      if (!(at in content))
        return { ...content, [at]: { source: text(source), target: text(target) } };
      const { [at]: _, ...rest } = content;
      return rest;
    },
  };
}

const nodes = ['a', 'b', 'c', 'd'];
const node = fc.constantFrom(...nodes.map(nodeAt));
const id = fc.constantFrom(...nodes);
const edge = fc.constantFrom(...['e', 'f', 'g'].map(edgeAt));
const name = fc.constantFrom('X', 'Y', 'Z');
const small = fc.nat(2);
const configKey = fc.constantFrom('config/k', 'config/l');

export const gesture: Arbitrary<Gesture> = fc.oneof(
  fc.tuple(node, name).map(([at, value]) => setField(at, 'name', value)),
  fc
    .tuple(node, fc.constantFrom('x' as const, 'y' as const), small)
    .map((args) => moveNode(...args)),
  fc.tuple(node, configKey, small).map(([at, key, value]) => setField(at, key, value)),
  fc.tuple(node, configKey).map(([at, key]) => unsetField(at, key)),
  fc.tuple(node, small).map((args) => appendTo(...args)),
  node.map((at) => expectName(at)),
  fc.tuple(node, name).map((args) => toggleNode(...args)),
  fc.tuple(edge, id, id).map((args) => toggleEdge(...args)),
  fc
    .tuple(edge, fc.constantFrom('source', 'target'), id)
    .map(([at, end, to]) => setField(at, end, to)),
);

/** Where every run begins: three nodes, two of them connected. */
export const beginning: Content = {
  [nodeAt('a')]: newNode('A'),
  [nodeAt('b')]: newNode('B'),
  [nodeAt('c')]: newNode('C'),
  [edgeAt('e')]: { source: text('a'), target: text('b') },
};
