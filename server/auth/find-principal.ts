import type { Database } from '../db/database';
import { findSessionUser } from './find-session-user';
import { findToken } from './find-token';
import type { Principal } from './principal';
import { readBearer } from './read-bearer';
import { readSessionToken } from './session-cookie';

/** [A4] Who is asking. A request with a bearer token is the token's alone: its cookies are ignored. */
export async function findPrincipal(
  db: Database,
  headers: Headers,
): Promise<Principal | undefined> {
  const bearer = readBearer(headers);
  if (bearer !== undefined) return findToken(db, bearer);
  const session = readSessionToken(headers);
  if (session === undefined) return undefined;
  const user = await findSessionUser(db, session);
  return user && { kind: 'person', userId: user.id, name: user.name, email: user.email };
}
