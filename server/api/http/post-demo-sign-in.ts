import { z } from 'zod';
import { DEMO_KEYS } from '../../auth/demo/demo-people';
import { demoSignIn } from '../../auth/demo/demo-sign-in';
import { appDatabase } from '../../db/app-database';
import type { Database } from '../../db/database';
import { jsonDoor } from './json-door';
import { signedInResponse } from './signed-in-response';

const input = z.object({ person: z.enum(DEMO_KEYS) });

/** Signs in as one of the demo's people. */
export function postDemoSignIn(request: Request, db: Database = appDatabase()): Promise<Response> {
  return jsonDoor(request, input, async ({ person }) =>
    signedInResponse(await demoSignIn(db, { person, headers: request.headers })),
  );
}
