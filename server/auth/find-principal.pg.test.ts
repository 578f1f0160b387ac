import { afterAll, beforeAll, expect, test } from 'vitest';
import { inProject } from '../db/transaction';
import { type ApiWorld, createApiWorld } from '../testing/api-world';

let world: ApiWorld;
beforeAll(async () => {
  world = await createApiWorld();
});
afterAll(() => world.close());

const roleOf = async (caller: Readonly<Record<string, string>>) => {
  const { project, call } = world;
  const { data, error } = await call('project.get', { projectId: project.id }, caller);
  return (data as { role?: string } | undefined)?.role ?? error?.data.code;
};

test('[S5] a lowered role, a removed member and a revoked token count at once', async () => {
  const { project, db } = world;
  const { admin, analyst, reviewer } = project.people;
  const scope = { projectId: project.id, userId: admin.userId };
  await inProject(db, scope, (trx) =>
    trx
      .updateTable('membership')
      .set({ role: 'viewer' })
      .where('user_id', '=', admin.userId)
      .execute(),
  );
  expect([await roleOf(admin.cookie), await roleOf(admin.token)]).toEqual(['viewer', 'viewer']);

  await inProject(db, scope, (trx) =>
    trx.deleteFrom('membership').where('user_id', '=', analyst.userId).execute(),
  );
  expect(await roleOf(analyst.cookie)).toBe('not_found');
  expect(await roleOf(analyst.token)).toBe('sign_in_needed');

  await inProject(db, scope, (trx) =>
    trx
      .updateTable('api_token')
      .set({ revoked_at: new Date() })
      .where('user_id', '=', reviewer.userId)
      .execute(),
  );
  expect(await roleOf(reviewer.token)).toBe('sign_in_needed');
  expect(await roleOf(reviewer.cookie)).toBe('reviewer');
});

test('the use of a token is noted, its text is stored nowhere', async () => {
  const { project, db } = world;
  const { viewer } = project.people;
  expect(await roleOf(viewer.token)).toBe('viewer');
  const scope = { projectId: project.id, userId: viewer.userId };
  await expect
    .poll(() =>
      inProject(db, scope, (trx) =>
        trx
          .selectFrom('api_token')
          .select('last_used_at')
          .where('user_id', '=', viewer.userId)
          .executeTakeFirst(),
      ),
    )
    .toMatchObject({ last_used_at: expect.any(Date) as Date });
});
