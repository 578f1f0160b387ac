import type { Transaction } from 'kysely';
import type { DB } from '../../db/schema/db';
import type { Role } from '../role';

export interface Member {
  userId: string;
  name: string;
  email: string;
  role: Role;
}

/** Who belongs to the project, by name. */
export function listMembers(
  trx: Transaction<DB>,
  { projectId }: { projectId: string },
): Promise<Member[]> {
  return trx
    .selectFrom('membership as m')
    .innerJoin('auth.user as u', 'u.id', 'm.user_id')
    .select(['u.id as userId', 'u.name', 'u.email', 'm.role'])
    .where('m.project_id', '=', projectId)
    .orderBy('u.name')
    .orderBy('u.id')
    .execute();
}
