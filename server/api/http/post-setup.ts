import { z } from 'zod';
import { completeSetup } from '../../auth/complete-setup';
import { openSession } from '../../auth/open-session';
import { appDatabase } from '../../db/app-database';
import type { Database } from '../../db/database';
import { jsonDoor } from './json-door';
import { signedInResponse } from './signed-in-response';

export const setupInput = z.object({
  code: z.string().min(1).max(200),
  name: z.string().trim().min(1, 'A name is needed.').max(200),
  email: z.email('That is no email address.').max(300),
  password: z
    .string()
    .min(10, 'A password has at least 10 characters.')
    .max(200, 'A password has at most 200 characters.'),
});

/** Creates the first account and signs it in. */
export function postSetup(request: Request, db: Database = appDatabase()): Promise<Response> {
  return jsonDoor(request, setupInput, async (input) => {
    const userId = await completeSetup(db, input);
    const userAgent = request.headers.get('user-agent') ?? undefined;
    return signedInResponse(await openSession(db, { userId, userAgent }));
  });
}
