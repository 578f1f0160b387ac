import { afterAll, beforeAll, expect, test } from 'vitest';
import { putPerson } from '../../auth/put-person';
import { type ApiWorld, createApiWorld, SETUP_CODE, TEST_URL } from '../../testing/api-world';
import { handleAuth } from './handle-auth';
import { postDemoSignIn } from './post-demo-sign-in';
import { postSetup } from './post-setup';

let world: ApiWorld;
beforeAll(async () => {
  world = await createApiWorld();
  await putPerson(world.db, { email: 'ada@demo.example', name: 'Ada' });
});
afterAll(() => world.close());

function post(path: string, body: unknown, headers: Record<string, string> = {}): Request {
  return new Request(`${TEST_URL}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: TEST_URL,
      host: '127.0.0.1:3999',
      ...headers,
    },
    body: JSON.stringify(body),
  });
}

function cookieOf(response: Response): string {
  return response.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
}

async function codeOf(response: Response): Promise<unknown> {
  const { error } = (await response.json()) as { error: { data: { code: string } } };
  return [response.status, error.data.code];
}

const person = { name: 'First', email: 'First@Example.org', password: 'correct horse battery' };

test('setup: a wrong code, a foreign page and a form are refused', async () => {
  const right = { ...person, code: SETUP_CODE };
  const foreign = post('/api/setup', right, { origin: 'https://evil.example' });
  const form = post('/api/setup', right, { 'content-type': 'text/plain' });
  const wrong = post('/api/setup', { ...person, code: 'wrong' });
  const weak = post('/api/setup', { ...right, password: 'short' });
  expect(await codeOf(await postSetup(foreign, world.db))).toEqual([403, 'foreign_origin']);
  expect(await codeOf(await postSetup(form, world.db))).toEqual([415, 'unsupported_media_type']);
  expect(await codeOf(await postSetup(wrong, world.db))).toEqual([403, 'setup_refused']);
  expect(await codeOf(await postSetup(weak, world.db))).toEqual([400, 'invalid_input']);
});

test('[S16] the code makes one account, once; its person signs in and out', async () => {
  const { call, db } = world;
  expect((await call('system.health', {}, {})).data).toMatchObject({ setup: true });
  const attempts = await Promise.all(
    [1, 2].map((n) =>
      postSetup(post('/api/setup', { ...person, email: `f${n}@e.org`, code: SETUP_CODE }), db),
    ),
  );
  expect(attempts.map((answer) => answer.status).sort()).toEqual([200, 403]);
  const email = attempts[0]?.status === 200 ? 'f1@e.org' : 'f2@e.org';
  const first = attempts.find((answer) => answer.status === 200)!;
  const own = { origin: TEST_URL, cookie: cookieOf(first) };
  expect((await call('project.create', { opId: 'first-one', name: 'P' }, own)).status).toBe(200);
  expect((await call('system.health', {}, {})).data).toMatchObject({ setup: false });

  const credentials = { email, password: person.password };
  const signedIn = await handleAuth(post('/api/auth/sign-in/email', credentials));
  const session = { origin: TEST_URL, cookie: cookieOf(signedIn) };
  expect((await call('project.list', undefined, session)).data).toHaveLength(1);
  await handleAuth(post('/api/auth/sign-out', {}, session));
  expect((await call('project.list', undefined, session)).error?.data.code).toBe('sign_in_needed');
});

test('[S16] a wrong password and an unknown person look the same; guessing is slowed', async () => {
  const guess = (email: string) =>
    handleAuth(post('/api/auth/sign-in/email', { email, password: 'not the password' }));
  const [known, unknown] = [await guess('f1@e.org'), await guess('nobody@e.org')];
  expect([known.status, await known.text()]).toEqual([unknown.status, await unknown.text()]);
  const statuses: number[] = [];
  for (let n = 0; n < 11; n += 1) statuses.push((await guess('many@e.org')).status);
  expect(statuses.at(-1)).toBe(429);
});

test('sign-up is closed, as is all of better-auth that is not in use', async () => {
  for (const path of ['sign-up/email', 'delete-user', 'link-social', 'sign-in/email/', '../x']) {
    expect((await handleAuth(post(`/api/auth/${path}`, person))).status).toBe(404);
  }
  const foreign = post('/api/auth/sign-in/email', person, { origin: 'https://evil.example' });
  expect((await handleAuth(foreign)).status).toBe(403);
});

test('the demo opens on this machine alone, and only when asked for', async () => {
  const ask = (headers = {}) =>
    postDemoSignIn(post('/api/demo/sign-in', { person: 'ada' }, headers), world.db);
  process.env.STEMMA_DEMO = '0';
  expect(await codeOf(await ask())).toEqual([404, 'not_found']);
  process.env.STEMMA_DEMO = '1';
  expect(await codeOf(await ask({ host: 'stemma.example.org' }))).toEqual([404, 'not_found']);
  expect(await codeOf(await ask({ 'x-forwarded-for': '10.1.2.3' }))).toEqual([404, 'not_found']);
  expect(await codeOf(await ask({ origin: 'http://evil.example' }))).toEqual([
    403,
    'foreign_origin',
  ]);
  const answer = await ask();
  const session = { origin: TEST_URL, cookie: cookieOf(answer) };
  expect((await world.call('project.list', undefined, session)).data).toEqual([]);
});

test('[S16] sessions end by idleness, by age, and by a forged signature', async () => {
  const { call, db, project } = world;
  const { userId, cookie } = project.people.viewer;
  const list = async (caller = cookie) => (await call('project.list', undefined, caller)).status;
  const age = (column: string, days: number) =>
    db.pool.query(
      `update auth.session set "${column}" = now() - make_interval(days => $1) where "userId" = $2`,
      [days, userId],
    );
  expect(await list()).toBe(200);
  expect(await list({ ...cookie, cookie: `${cookie.cookie!.slice(0, -6)}AAAAAA` })).toBe(401);
  await age('updatedAt', 8);
  expect(await list()).toBe(401);
  await age('updatedAt', 0);
  expect(await list()).toBe(200);
  await age('createdAt', 31);
  expect(await list()).toBe(401);
});
