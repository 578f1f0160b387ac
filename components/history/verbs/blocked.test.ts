import { emptyDag, type Dag } from '@core/dag/document';
import { expect, test } from 'vitest';
import { obstaclesOf, type EditConflict } from './blocked';

const node = (name: string) => ({ type: 'noop', name });
const base: Dag = { ...emptyDag(), nodes: { a: node('Fetch'), b: node('Score') } };
const sides = {
  base,
  incoming: { ...base, nodes: { ...base.nodes, a: node('Old name') } },
  head: { ...base, nodes: { a: node('Bens') } },
};
const ada = { id: 'ada', name: 'Ada' };
const ben = { id: 'ben', name: 'Ben' };

type Told = Pick<EditConflict, 'kind' | 'unit'> & { path?: readonly string[] };

function told(conflict: Told, ...[mine, theirs]: string[]) {
  const value = (text: string | undefined) => (text === undefined ? {} : { value: text });
  const [obstacle] = obstaclesOf(
    [
      {
        ...conflict,
        mine: { ...value(mine), author: ada },
        theirs: { ...value(theirs), author: ben, message: 'Rename Fetch to Bens', seq: 4 },
      },
    ],
    sides,
  );
  return obstacle;
}

test('[T4] what is in the way is told by names, with whose it is', () => {
  expect(told({ kind: 'field', unit: '/nodes/a/name' }, 'Old name', 'Bens')).toEqual({
    place: 'Name of Fetch',
    story: 'Ben set it to “Bens”; it would become “Old name”.',
    author: ben,
    message: 'Rename Fetch to Bens',
  });
});

test.each([
  [{ kind: 'removed', unit: '/nodes/b' }, 'Ben deleted it.'],
  [{ kind: 'dangling', unit: '/edges/e', path: ['b'] }, 'Ben deleted Score.'],
  [{ kind: 'dangling', unit: '/edges/e', path: ['a'] }, 'Ben connected Fetch, which would go.'],
  [{ kind: 'id_taken', unit: '/nodes/a' }, 'Ben put something else there.'],
  [
    { kind: 'cycle', unit: '/edges/e', path: ['a', 'b', 'a'] },
    'It would close a loop: Fetch → Score → Fetch.',
  ],
] as const)('%j', (conflict, story) => {
  expect(told(conflict)?.story).toBe(story);
});
