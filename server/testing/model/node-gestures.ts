import type { Json } from '@core/json/json';
import type { Op } from '@core/patch/ops';
import { type Entry, text } from './content';
import type { Gesture } from './gesture';
import { addNode } from './new-node';
import type { Read } from './sides';

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

export const rename = (name: string) =>
  onNode(`name = ${name}`, (node, at) => ({
    op: { op: 'replace', path: `${at}/name`, value: name },
    fields: { ...node, name: text(name) },
  }));

/** A place is one value, also when only one number of it is written. */
export const move = (axis: 'x' | 'y', value: number) =>
  onNode(`${axis} = ${value}`, (node, at) => {
    const position = JSON.parse(node.position ?? '') as { x: number; y: number };
    return {
      op: { op: 'replace', path: `${at}/position/${axis}`, value },
      fields: { ...node, position: text({ ...position, [axis]: value }) },
    };
  });

/** So is a list. */
export const append = (value: number) =>
  onNode(`list + ${value}`, (node, at) => {
    const list = JSON.parse(node['config/list'] ?? '') as number[];
    return {
      op: { op: 'add', path: `${at}/config/list/-`, value },
      fields: { ...node, 'config/list': text([...list, value]) },
    };
  });

export const configure = (key: string, value: number) =>
  onNode(`${key} = ${value}`, (node, at) => ({
    op: { op: 'add', path: `${at}/config/${key}`, value },
    fields: { ...node, [`config/${key}`]: text(value) },
  }));

export const unset = (key: string) =>
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
export const expectName = onNode('has its name', (node, at) => ({
  op: { op: 'test', path: `${at}/name`, value: JSON.parse(node.name ?? '') as Json },
  fields: node,
  reads: [{ at, field: 'name' }],
}));
