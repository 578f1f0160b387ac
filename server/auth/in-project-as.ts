import type { Transaction } from 'kysely';
import { ForbiddenError, NotFoundError } from '@core/errors';
import type { Database } from '../db/database';
import type { DB } from '../db/schema/db';
import { inProject } from '../db/transaction';
import type { Principal } from './principal';
import type { Role } from './role';

export interface Entry {
  projectId: string;
  userId: string;
  principal: Principal;
  /** Roles that may enter. */
  roles: readonly Role[];
}

/**
 * [A2] [A3] Runs `body` in a transaction of the project, after checking that the caller is a member
 * with one of `roles`. A project of others and one that does not exist are the same `not_found`.
 */
export async function inProjectAs<T>(
  db: Database,
  entry: Entry,
  body: (trx: Transaction<DB>) => Promise<T>,
): Promise<T> {
  const { projectId, userId, principal, roles } = entry;
  if (principal.kind === 'token') admit(principal.role, roles);
  return inProject(db, { projectId, userId }, async (trx) => {
    if (principal.kind === 'person') admit(await findRole(trx, { projectId, userId }), roles);
    return body(trx);
  });
}

function admit(role: Role | undefined, roles: readonly Role[]): void {
  if (role === undefined) throw new NotFoundError('The project');
  if (roles.includes(role)) return;
  throw new ForbiddenError(
    `Your role here is ${role}; this needs ${roles.map((name) => name).join(' or ')}.`,
    { role, needs: [...roles] },
  );
}

async function findRole(
  trx: Transaction<DB>,
  { projectId, userId }: { projectId: string; userId: string },
): Promise<Role | undefined> {
  const row = await trx
    .selectFrom('membership')
    .select('role')
    .where('project_id', '=', projectId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row?.role;
}
