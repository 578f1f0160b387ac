import type { Transaction } from 'kysely';
import type { DB } from '../../db/schema/db';
import type { Role } from '../role';

export interface PutMemberArgs {
  projectId: string;
  userId: string;
  role: Role;
}

/**
 * Makes the person a member with this role. An admin stays one, and nobody becomes a mere viewer.
 */
export async function putMember(trx: Transaction<DB>, args: PutMemberArgs): Promise<void> {
  await trx
    .insertInto('membership')
    .values({ project_id: args.projectId, user_id: args.userId, role: args.role })
    .onConflict((conflict) => {
      const known = conflict.columns(['project_id', 'user_id']);
      if (args.role === 'viewer') return known.doNothing();
      return known.doUpdateSet({ role: args.role }).where('membership.role', '<>', 'admin');
    })
    .execute();
}
