import { createHash, randomBytes } from 'node:crypto';
import { closeDatabase, type Database, openDatabase } from '@/server/db/database';
import { inProject, type ProjectScope } from '@/server/db/transaction';
import { newId } from '@/server/db/uuid';
import { createWorkflow } from '@/server/store/create-workflow';
import type { Dag } from '@core/dag/document';

/** A project with one admin and a token, made straight in the database. */
export interface BenchProject {
  readonly db: Database;
  readonly scope: ProjectScope;
  readonly token: string;
  readonly close: () => Promise<void>;
}

export async function makeProject(): Promise<BenchProject> {
  const db = openDatabase({ url: needed('APP_DATABASE_URL') });
  const scope = { projectId: newId(), userId: newId() };
  const token = `stm_${randomBytes(24).toString('base64url')}`;
  await inProject(db, scope, async (trx) => {
    const { projectId: project_id, userId: user_id } = scope;
    await trx
      .insertInto('project')
      .values({ id: project_id, name: 'Bench', created_by: user_id, op_id: newId() })
      .execute();
    await trx.insertInto('membership').values({ project_id, user_id, role: 'admin' }).execute();
    await trx
      .insertInto('api_token')
      .values({
        project_id,
        id: newId(),
        user_id,
        name: 'bench',
        role: 'admin',
        token_hash: createHash('sha256').update(token).digest(),
        created_by: user_id,
      })
      .execute();
  });
  return { db, scope, token, close: () => closeDatabase(db) };
}

export interface Branch {
  readonly workflowId: string;
  readonly tagId: string;
  head: string;
}

/** A workflow with this document; its branch and where it stands. */
export async function makeBranch(project: BenchProject, document: Dag): Promise<Branch> {
  const { db, scope } = project;
  const made = await inProject(db, scope, (trx) =>
    createWorkflow(trx, { ...scope, name: 'Bench', document, opId: newId() }),
  );
  return { workflowId: made.workflow.id, tagId: made.tag.id, head: made.version.id };
}

export function needed(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '')
    throw new Error(`${name} is not set; start with npm run bench.`);
  return value;
}
