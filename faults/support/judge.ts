import { checkHistory, type Violation } from '../../server/testing/history/check-history';
import { readFinalState } from '../../server/testing/history/read-final-state';
import type { Recorder } from '../../server/testing/history/recorder';
import { tally, type Tally } from '../../server/testing/history/tally';
import { apiCalls } from './api-calls';
import type { CrashableDatabase } from './database';
import type { Team } from './team';

/** Has every branch shown once more, then holds everything against what is stored. */
export async function judge(
  { team, url, recorder }: { team: Team; url: string; recorder: Recorder },
  database: CrashableDatabase,
): Promise<{ violations: Violation[]; counts: Tally }> {
  const { head, moves } = apiCalls(url, team.admin);
  for (const branch of team.branches) {
    for (const look of [head, moves]) {
      const seen = await recorder.read({ client: 'the judge', branch }, () => look(branch));
      if (seen === undefined) throw new Error(`Branch ${branch} cannot be read.`);
    }
  }
  const final = await readFinalState(database.sql, team.branches);
  return { violations: checkHistory(recorder.history, final), counts: tally(recorder, final) };
}
