import { sessionCookie } from '../../auth/session-cookie';

/** Answers with the cookie of a new session. */
export function signedInResponse(token: string): Response {
  return Response.json(
    { ok: true },
    { headers: { 'set-cookie': sessionCookie(token), 'cache-control': 'no-store' } },
  );
}
