import { flowFromDag } from '@/components/canvas/flow-from-dag';
import { emptyDag, type Dag } from '@core/dag/document';
import { expect, test } from 'vitest';
import { freePlace } from './free-place';

const dag: Dag = {
  ...emptyDag(),
  nodes: {
    a: { type: 'noop', position: { x: 0, y: 0 } },
    b: { type: 'noop', position: { x: 10, y: 10 }, group: 'g' },
  },
  groups: { g: { position: { x: 1000, y: 0 } } },
};
const { nodes } = flowFromDag({ dag });

test('a free place is taken as it is', () => {
  expect(freePlace(nodes, { x: 400, y: 400 })).toEqual({ x: 400, y: 400 });
});

test('on top of another node the new one goes below it', () => {
  const { x, y } = freePlace(nodes, { x: 30, y: 20 });
  expect(x).toBe(30);
  expect(y).toBeGreaterThanOrEqual(76);
});

test('members of a group count where they are drawn', () => {
  expect(freePlace(nodes, { x: 1020, y: 10 }).y).toBeGreaterThan(60);
});
