import { NotFoundError } from '@core/errors';
import type { Database } from '../../db/database';
import { openSession } from '../open-session';
import { demoOpen, fromThisMachine } from './demo-open';
import { type DemoKey, demoPeople } from './demo-people';

/** Opens a session for one of the demo's people; elsewhere than on this machine there is no demo. */
export async function demoSignIn(
  db: Database,
  { person, headers }: { person: DemoKey; headers: Headers },
): Promise<string> {
  if (!demoOpen() || !fromThisMachine(headers)) throw new NotFoundError('The demo');
  const { rows } = await db.pool.query<{ id: string }>(
    'select id from auth."user" where email = $1',
    [demoPeople[person].email],
  );
  const userId = rows[0]?.id;
  if (userId === undefined) throw new NotFoundError('The demo');
  return openSession(db, { userId, userAgent: headers.get('user-agent') ?? undefined });
}
