import { health } from '../../auth/health';
import { appDatabase } from '../../db/app-database';

/** For load balancers and the launcher: 503 while the database is away. */
export async function getHealth(): Promise<Response> {
  const state = await health(appDatabase());
  return Response.json(state, {
    status: state.ok ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  });
}
