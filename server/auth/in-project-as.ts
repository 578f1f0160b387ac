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
  body: (trx: Transaction<DB>, role: Role) => Promise<T>,
): Promise<T> {
  const { projectId, userId, principal, roles } = entry;
  const scope = { projectId, userId };
  if (principal.kind === 'token') {
    const role = admitted(principal.role, roles);
    return inProject(db, scope, (trx) => body(trx, role));
  }
  return inProject(db, scope, async (trx) =>
    body(trx, admitted(await findRole(trx, scope), roles)),
  );
}

function admitted(role: Role | undefined, roles: readonly Role[]): Role {
  if (role === undefined) throw new NotFoundError('The project');
  if (roles.includes(role)) return role;
  throw new ForbiddenError(`Your role here is ${role}; this needs ${roles.join(' or ')}.`, {
    role,
    needs: [...roles],
  });
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
