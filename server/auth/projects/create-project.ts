import { createHash } from 'node:crypto';
import { type Transaction } from 'kysely';
import { OpIdReusedError } from '@core/errors';
import type { Database } from '../../db/database';
import type { DB } from '../../db/schema/db';
import { inPerson, inProject } from '../../db/transaction';
import { newId } from '../../db/uuid';
import { getProject } from './get-project';
import type { ProjectDetail } from './project-summary';

export interface CreateProjectArgs {
  userId: string;
  name: string;
  opId: string;
  demo?: boolean;
}

/** Creates a project with its creator as admin. [V4] The same op_id gives the same project again. */
export async function createProject(db: Database, args: CreateProjectArgs): Promise<ProjectDetail> {
  const { userId } = args;
  const earlier = await findByOpId(db, args);
  if (earlier !== undefined) return readAs(db, { projectId: earlier, userId });
  const projectId = newId();
  const created = await inProject(db, { projectId, userId }, (trx) =>
    insertProject(trx, { ...args, projectId }),
  );
  if (created) return readAs(db, { projectId, userId });
  const winner = await findByOpId(db, args);
  if (winner === undefined) throw new OpIdReusedError(args.opId);
  return readAs(db, { projectId: winner, userId });
}

function readAs(
  db: Database,
  scope: { projectId: string; userId: string },
): Promise<ProjectDetail> {
  return inProject(db, scope, (trx) => getProject(trx, scope));
}

async function findByOpId(
  db: Database,
  { userId, opId, name }: CreateProjectArgs,
): Promise<string | undefined> {
  const row = await inPerson(db, userId, (trx) =>
    trx
      .selectFrom('project')
      .select(['id', 'name'])
      .where('created_by', '=', userId)
      .where('op_id', '=', opId)
      .executeTakeFirst(),
  );
  if (row && row.name !== name) throw new OpIdReusedError(opId);
  return row?.id;
}

/** False when another request with the same op_id was first; nothing is stored then. */
async function insertProject(
  trx: Transaction<DB>,
  { projectId, userId, name, opId, demo = false }: CreateProjectArgs & { projectId: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('project')
    .values({ id: projectId, name, demo, created_by: userId, op_id: opId })
    .onConflict((conflict) => conflict.columns(['created_by', 'op_id']).doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) return false;
  await trx
    .insertInto('membership')
    .values({ project_id: projectId, user_id: userId, role: 'admin' })
    .execute();
  await trx
    .insertInto('audit')
    .values({
      project_id: projectId,
      id: newId(),
      actor_id: userId,
      op_id: opId,
      request_hash: createHash('sha256').update(name).digest(),
      action: 'project.create',
      subject_id: projectId,
      result: JSON.stringify({ id: projectId }),
    })
    .execute();
  return true;
}
