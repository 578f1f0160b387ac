import { type Content, type Entry, text } from './content';
import type { Done } from './gesture';

export const newNode = (name: string): Entry => ({
  name: text(name),
  position: text({ x: 0, y: 0 }),
  'config/list': '[]',
});

export function addNode(content: Content, at: string, name: string): Done {
  const value = { type: 'noop', name, position: { x: 0, y: 0 }, config: { list: [] } };
  return { ops: [{ op: 'add', path: at, value }], result: { ...content, [at]: newNode(name) } };
}
