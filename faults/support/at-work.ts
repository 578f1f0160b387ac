import { administer, work } from '../../server/testing/history/client';
import type { Recorder } from '../../server/testing/history/recorder';
import { apiCalls } from './api-calls';
import type { Team } from './team';

const PAUSE_MS = 100;

/** Sets everybody to work over HTTP; the answer ends the work and waits for whoever is in a call. */
export function setToWork(team: Team, url: string, recorder: Recorder): () => Promise<void> {
  const stop = new AbortController();
  const common = { recorder, branches: team.branches, pause: PAUSE_MS, signal: stop.signal };
  const editors = team.editors.map((token, index) =>
    work({
      ...common,
      name: `editor_${index}`,
      calls: apiCalls(url, token),
      node: `node_${index + 1}`,
    }),
  );
  const admin = administer({
    ...common,
    name: 'admin',
    calls: apiCalls(url, team.admin),
    node: 'node_0',
  });
  return async () => {
    stop.abort();
    await Promise.all([...editors, admin]);
  };
}
