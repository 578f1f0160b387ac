import type { Database } from '../db/database';
import {
  SESSION_IDLE_SECONDS,
  SESSION_LIFETIME_SECONDS,
  SESSION_TOUCH_SECONDS,
} from './session-lifetime';

export interface SessionUser {
  id: string;
  name: string;
  email: string;
}

/**
 * The person behind a session token, in one statement that also notes, at most once an hour, that
 * the session is in use. Sessions end absolutely and by idleness.
 */
export async function findSessionUser(
  db: Database,
  token: string,
): Promise<SessionUser | undefined> {
  const { rows } = await db.pool.query<SessionUser>({
    name: 'find-session-user',
    text: findLiveSession,
    values: [token, SESSION_LIFETIME_SECONDS, SESSION_IDLE_SECONDS, SESSION_TOUCH_SECONDS],
  });
  return rows[0];
}

const findLiveSession = `
  with live as (
    select s.id, s."userId", s."updatedAt"
    from auth.session s
    where s.token = $1
      and s."expiresAt" > now()
      and s."createdAt" > now() - make_interval(secs => $2)
      and s."updatedAt" > now() - make_interval(secs => $3)
  ), touched as (
    update auth.session s set "updatedAt" = now() from live
    where s.id = live.id and live."updatedAt" < now() - make_interval(secs => $4)
  )
  select u.id, u.name, u.email from live join auth."user" u on u.id = live."userId"`;
