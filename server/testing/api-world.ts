import { authPool } from '../auth/auth-pool';
import { openSession } from '../auth/open-session';
import { createProject } from '../auth/projects/create-project';
import { putMember } from '../auth/projects/put-member';
import { putPerson } from '../auth/put-person';
import type { Role } from '../auth/role';
import { sessionCookie } from '../auth/session-cookie';
import { createToken } from '../auth/tokens/create-token';
import { handleTrpc } from '../api/http/handle-trpc';
import { closeDatabase, type Database, openDatabase } from '../db/database';
import { inProject } from '../db/transaction';
import { newId } from '../db/uuid';
import { createTestDatabase, type TestDatabase } from './database';

export const TEST_URL = 'http://127.0.0.1:3999';
export const SETUP_CODE = 'setup-code-of-the-tests';

/** Headers that say who is asking. */
export type Caller = Readonly<Record<string, string>>;
export const anonymous: Caller = { origin: TEST_URL };

export interface Answer {
  status: number;
  /** `result.data` of tRPC's answer. */
  data: unknown;
  /** `error` of tRPC's answer. */
  error: { message: string; data: { code: string; details: unknown } } | undefined;
  text: string;
}

export interface ApiWorld {
  database: TestDatabase;
  db: Database;
  project: { id: string; people: Record<Role, { userId: string; cookie: Caller; token: Caller }> };
  /** Calls a procedure by POST, as any HTTP client would. */
  call: (path: string, input: unknown, caller: Caller) => Promise<Answer>;
  /** Another project, with an admin who is no member of the first. */
  addProject: (name: string) => Promise<ApiWorld['project']>;
  close: () => Promise<void>;
}

/** A project with one person of each role, signed in and with a token, on a database of its own. */
export async function createApiWorld(): Promise<ApiWorld> {
  Object.assign(process.env, {
    STEMMA_URL: TEST_URL,
    PORT: '3999',
    STEMMA_AUTH_SECRET: 'a secret of the tests, long enough',
    STEMMA_SETUP_CODE: SETUP_CODE,
    STEMMA_LOG: 'silent',
  });
  const database = await createTestDatabase();
  process.env.APP_DATABASE_URL = database.appUrl;
  const db = openDatabase({ url: database.appUrl, max: 4 });
  const addProject = (name: string) => makeProject(db, name);
  return {
    database,
    db,
    project: await addProject('Ours'),
    addProject,
    call: (path, input, caller) => callApi(db, { path, input, caller }),
    close: async () => {
      await closeDatabase(db);
      await authPool().end();
      await database.drop();
    },
  };
}

async function makeProject(db: Database, name: string): Promise<ApiWorld['project']> {
  const mail = (role: Role) => `${role}@${name.toLowerCase()}.example`;
  const admin = await putPerson(db, { email: mail('admin'), name: `admin of ${name}` });
  const { id } = await createProject(db, { userId: admin, name, opId: newId() });
  const person = async (role: Role) => {
    const userId = await putPerson(db, { email: mail(role), name: `${role} of ${name}` });
    const token = await inProject(db, { projectId: id, userId }, async (trx) => {
      await putMember(trx, { projectId: id, userId, role });
      return createToken(trx, { projectId: id, userId, role, name: 'test', createdBy: admin });
    });
    const cookie = sessionCookie(await openSession(db, { userId })).split(';', 1)[0] ?? '';
    return {
      userId,
      cookie: { origin: TEST_URL, cookie },
      token: { authorization: `Bearer ${token}` },
    };
  };
  return {
    id,
    people: {
      admin: await person('admin'),
      analyst: await person('analyst'),
      reviewer: await person('reviewer'),
      viewer: await person('viewer'),
    },
  };
}

async function callApi(
  db: Database,
  { path, input, caller }: { path: string; input: unknown; caller: Caller },
): Promise<Answer> {
  const response = await handleTrpc(
    new Request(`${TEST_URL}/api/trpc/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...caller },
      body: JSON.stringify(input),
    }),
    db,
  );
  const text = await response.text();
  const { result, error } = JSON.parse(text) as {
    result?: { data: unknown };
    error?: Answer['error'];
  };
  return { status: response.status, data: result?.data, error, text };
}
