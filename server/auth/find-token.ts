import { logger } from '../config/logger';
import type { Database } from '../db/database';
import { inProject } from '../db/transaction';
import { hashToken } from './hash-token';
import type { Principal } from './principal';
import type { Role } from './role';

type TokenPrincipal = Extract<Principal, { kind: 'token' }>;

interface TokenRow {
  token_id: string;
  project_id: string;
  user_id: string;
  role: Role;
}

const TOUCH_EVERY_MS = 5 * 60_000;
const MAX_REMEMBERED = 10_000;
const touchedAt = new Map<string, number>();

/** Whom a bearer token speaks for, with the role it has at this moment. */
export async function findToken(db: Database, token: string): Promise<TokenPrincipal | undefined> {
  if (!token.startsWith('stm_') || token.length > 100) return undefined;
  const { rows } = await db.pool.query<TokenRow>({
    name: 'find-token',
    text: 'select token_id, project_id, user_id, role from public.api_token_lookup($1)',
    values: [hashToken(token)],
  });
  const row = rows[0];
  if (!row) return undefined;
  const principal: TokenPrincipal = {
    kind: 'token',
    userId: row.user_id,
    tokenId: row.token_id,
    projectId: row.project_id,
    role: row.role,
  };
  noteUse(db, principal);
  return principal;
}

/** Writes `last_used_at` beside the request, at most every five minutes a token and process. */
function noteUse(db: Database, { tokenId, projectId, userId }: TokenPrincipal): void {
  const now = Date.now();
  if (now - (touchedAt.get(tokenId) ?? 0) < TOUCH_EVERY_MS) return;
  if (touchedAt.size > MAX_REMEMBERED) touchedAt.clear();
  touchedAt.set(tokenId, now);
  inProject(db, { projectId, userId }, (trx) =>
    trx
      .updateTable('api_token')
      .set({ last_used_at: new Date(now) })
      .where('project_id', '=', projectId)
      .where('id', '=', tokenId)
      .execute(),
  ).catch((error: unknown) => {
    logger().warn({ err: error, tokenId }, 'The use of a token could not be noted');
  });
}
