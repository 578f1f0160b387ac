import { randomBytes } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { DB } from '../../db/schema/db';
import { newId } from '../../db/uuid';
import { hashToken } from '../hash-token';
import type { Role } from '../role';

export interface CreateTokenArgs {
  projectId: string;
  /** Whom the token speaks for; a member of the project. */
  userId: string;
  role: Role;
  name: string;
  createdBy: string;
}

/** Makes a token of the project. Its text is returned once and stored nowhere. */
export async function createToken(trx: Transaction<DB>, args: CreateTokenArgs): Promise<string> {
  const token = `stm_${randomBytes(32).toString('base64url')}`;
  await trx
    .insertInto('api_token')
    .values({
      project_id: args.projectId,
      id: newId(),
      user_id: args.userId,
      name: args.name,
      role: args.role,
      token_hash: hashToken(token),
      created_by: args.createdBy,
    })
    .execute();
  return token;
}
