import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiWorld, createApiWorld } from '../../testing/api-world';

let world: ApiWorld;
beforeAll(async () => {
  world = await createApiWorld();
});
afterAll(() => world.close());

test('a person sees the projects they are a member of', async () => {
  const { project, call } = world;
  const other = await world.addProject('Theirs');
  const mine = await call('project.list', undefined, project.people.viewer.cookie);
  expect(mine.data).toMatchObject([{ id: project.id, name: 'Ours', role: 'viewer' }]);
  const theirs = await call('project.list', undefined, other.people.admin.token);
  expect(theirs.data).toMatchObject([{ id: other.id, name: 'Theirs', role: 'admin' }]);
});

test('[V4] the same op_id creates a project once, and names one request only', async () => {
  const { call, project } = world;
  const caller = project.people.viewer.cookie;
  const input = { opId: 'create-once-1', name: 'Mine' };
  const [first, second] = await Promise.all([
    call('project.create', input, caller),
    call('project.create', input, caller),
  ]);
  const again = await call('project.create', input, caller);
  expect(first.data).toMatchObject({ name: 'Mine', role: 'admin' });
  expect(second.data).toEqual(first.data);
  expect(again.data).toEqual(first.data);
  const reused = await call('project.create', { ...input, name: 'Other' }, caller);
  expect(reused).toMatchObject({ status: 409, error: { data: { code: 'op_id_reused' } } });
});

test('a token makes no project', async () => {
  const { call, project } = world;
  const input = { opId: 'create-by-token', name: 'No' };
  const answer = await call('project.create', input, project.people.admin.token);
  expect(answer).toMatchObject({ status: 403, error: { data: { code: 'forbidden' } } });
});

test('members and details are for members', async () => {
  const { call, project } = world;
  const input = { projectId: project.id };
  const detail = await call('project.get', input, project.people.viewer.cookie);
  expect(detail.data).toMatchObject({ settings: { compactionThreshold: 20 }, role: 'viewer' });
  const members = await call('project.members', {}, project.people.viewer.token);
  expect(members.data).toHaveLength(4);
});
