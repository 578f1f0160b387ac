import { appDatabase } from '../db/app-database';
import { findSessionUser, type SessionUser } from './find-session-user';
import { readSessionToken } from './session-cookie';

/** The person signed in by these headers' cookie; for pages. */
export async function currentViewer(headers: Headers): Promise<SessionUser | undefined> {
  const token = readSessionToken(headers);
  return token === undefined ? undefined : findSessionUser(appDatabase(), token);
}
