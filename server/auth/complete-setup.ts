import { hashPassword } from 'better-auth/crypto';
import { sql } from 'kysely';
import { env } from '../config/env';
import type { Database } from '../db/database';
import { inSystem } from '../db/transaction';
import { newId } from '../db/uuid';
import { SetupRefusedError } from './errors';
import { sameSecret } from './same-secret';
import { throttle } from './throttle';

export interface SetupArgs {
  code: string;
  name: string;
  email: string;
  password: string;
}

const LOCK = 7_301_944;

/**
 * Creates the first account with a password, for whoever has the one-time code of the terminal.
 * Over as soon as such an account exists. Returns the id of the person.
 */
export async function completeSetup(db: Database, args: SetupArgs): Promise<string> {
  throttle('setup', 10);
  const { setupCode } = env();
  if (setupCode === undefined || !sameSecret(args.code.trim(), setupCode)) {
    throw new SetupRefusedError();
  }
  const password = await hashPassword(args.password);
  const email = args.email.toLowerCase();
  return inSystem(db, async (trx) => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(trx);
    const { rows: existing } = await sql`
      select from auth.account where password is not null limit 1
    `.execute(trx);
    if (existing.length > 0) throw new SetupRefusedError();
    const { rows } = await sql<{ id: string }>`
      insert into auth."user" (id, name, email, "emailVerified")
      values (${newId()}, ${args.name}, ${email}, true)
      on conflict (email) do update set name = excluded.name, "updatedAt" = now()
      returning id
    `.execute(trx);
    const userId = rows[0]?.id;
    if (userId === undefined) throw new Error('The first person was not stored.');
    await sql`
      insert into auth.account (id, "accountId", "providerId", "userId", password, "updatedAt")
      values (${newId()}, ${userId}, 'credential', ${userId}, ${password}, now())
    `.execute(trx);
    return userId;
  });
}
