import { randomBytes } from 'node:crypto';
import type { Database } from '../db/database';
import { newId } from '../db/uuid';
import { SESSION_LIFETIME_SECONDS } from './session-lifetime';

/** Opens a session for a person and returns its token; better-auth reads the same row. */
export async function openSession(
  db: Database,
  { userId, userAgent }: { userId: string; userAgent?: string | undefined },
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await db.pool.query(
    `insert into auth.session (id, token, "userId", "userAgent", "expiresAt", "updatedAt")
     values ($1, $2, $3, $4, now() + make_interval(secs => $5), now())`,
    [newId(), token, userId, userAgent?.slice(0, 300) ?? '', SESSION_LIFETIME_SECONDS],
  );
  return token;
}
