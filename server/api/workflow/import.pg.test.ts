import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiWorld, createApiWorld } from '../../testing/api-world';
import { fixture } from '../../testing/fixtures';

let world: ApiWorld;
beforeAll(async () => {
  world = await createApiWorld();
});
afterAll(() => world.close());

interface Answered {
  status: string;
  workflow: { id: string; name: string };
  tag: { id: string; seq: number };
  version: { id: string };
  document: { nodes: object };
  fileName: string;
}

function call(path: string, input: object, who: 'analyst' | 'viewer' = 'analyst') {
  const { token } = world.project.people[who];
  return world.call(path, { opId: randomUUID(), ...input }, token);
}

async function answer(path: string, input: object): Promise<Answered> {
  const { data, error } = await call(path, input);
  expect(error, path).toBeUndefined();
  return data as Answered;
}

const NAME = 'answers-9.react-flow.json';

test('[D3][D6] React Flow in, again by branch and by name, and out', async () => {
  const made = await answer('workflow.import', { fileName: NAME, source: fixture(NAME) });
  expect(made).toMatchObject({ status: 'created', workflow: { name: 'answers-9' } });
  const { workflow, tag, version } = made;
  const into = { workflowId: workflow.id, tag: 'main' };

  const source = { ...fixture(NAME), description: 'Answers other questions' };
  const again = await answer('workflow.import', { source, into, fileName: 'new.json' });
  expect(again).toMatchObject({
    status: 'committed',
    message: 'Import new.json',
    workflow: { id: workflow.id },
    tag: { id: tag.id, seq: 2 },
    version: { parentId: version.id },
    document: { ext: { flow: { document: { description: 'Answers other questions' } } } },
    report: { format: 'react-flow', matched: 9 },
  });
  const same = await answer('workflow.import', { source, into: { tagId: tag.id } });
  expect(same).toMatchObject({ status: 'unchanged', version: { id: again.version.id } });

  const clash = { ...fixture(NAME), description: 'Neither' };
  const late = { source: clash, into: { ...into, parent: version.id } };
  expect(await answer('workflow.import', late)).toMatchObject({
    status: 'conflict',
    tag: { target: again.version.id },
    conflicts: [{ kind: 'field', unit: '/ext/flow/document/description' }],
  });

  const wanted = { workflowId: workflow.id, format: 'react-flow' };
  const file = await answer('workflow.export', wanted);
  expect(file).toEqual({ fileName: 'answers_9.react-flow.json', document: source });
});

test('a new workflow is named by the file, or else by the name of the file', async () => {
  const nameOf = async (input: object) => (await answer('workflow.import', input)).workflow.name;
  const { name: _, ...unnamed } = fixture('leads-8.n8n.json');
  expect(await nameOf({ source: { ...unnamed, name: 'Inside' }, fileName: 'a.json' })).toBe(
    'Inside',
  );
  expect(await nameOf({ source: unnamed, fileName: 'Lead scores.n8n.json' })).toBe('Lead scores');
  expect(await nameOf({ source: unnamed, name: 'Given' })).toBe('Given');
  expect(await nameOf({ source: unnamed })).toBe('Imported workflow');
});

test('[A3] who may not edit may not import into a branch', async () => {
  const { tag } = await answer('workflow.import', { source: fixture(NAME) });
  const { error } = await call(
    'workflow.import',
    { source: fixture(NAME), into: { tagId: tag.id } },
    'viewer',
  );
  expect(error?.data.code).toBe('forbidden');
});
