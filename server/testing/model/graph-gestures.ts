import type { Op } from '@core/patch/ops';
import { type Content, edgesIn, endsOf, text } from './content';
import type { Gesture } from './gesture';
import { addNode } from './new-node';

/** With its connections; or back again under the same id. */
export function addOrRemove(at: string, name: string): Gesture {
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
export function connect(at: string, source: string, target: string): Gesture {
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
