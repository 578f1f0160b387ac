import { setTimeout as sleep } from 'node:timers/promises';
import { closeDatabase } from '../../db/database';
import type { StoreWorld } from '../store-world';
import { checkHistory, type Violation } from './check-history';
import { administer, watch, work } from './client';
import { type Faults, openFaultyDatabase } from './faulty-database';
import type { FinalState } from './final-state';
import type { Mutant } from './mutants';
import { readFinalState } from './read-final-state';
import { Recorder } from './recorder';
import { storeCalls } from './store-calls';

export interface Trial {
  readonly violations: readonly Violation[];
  readonly recorder: Recorder;
  readonly final: FinalState;
  /** How often each rewrite of the mutant matched. */
  readonly matched: readonly number[];
}

const CAST = [
  { whose: 'writers', act: work, count: 6 },
  { whose: 'admins', act: administer, count: 1 },
  { whose: 'readers', act: watch, count: 1 },
] as const;

const PAUSE_MS = 5;
const KILL_ONE = `select pg_terminate_backend(pid) from (
  select pid from pg_stat_activity where usename = 'stemma_app' and datname = current_database()
  order by random() limit 1) one`;

/**
 * The store's verbs on real PostgreSQL, used by writers, a reader and an admin at once over bad
 * lines, with connections dying under them; then the checker's judgement. With a mutant the store
 * has its bug.
 */
export async function runTrial(
  world: StoreWorld,
  { milliseconds, mutant }: { milliseconds: number; mutant?: Mutant },
): Promise<Trial> {
  if (mutant !== undefined) await world.sql(mutant.unguard);
  const mutated = faultsOf(mutant);
  const { workflowId, tagId, versionId } = await world.project.workflow();
  const other = await world.project.branch(workflowId, versionId, 'other');
  const branches = [tagId, other.id];
  const recorder = new Recorder();
  const stop = new AbortController();
  const clients = CAST.flatMap(({ whose, act, count }) =>
    Array.from({ length: count }, async (_, index) => {
      const faults = whose === mutant?.whose ? mutated : faultsOf(undefined);
      const db = openFaultyDatabase(world.database.appUrl, faults);
      const { id: projectId, ada, ben } = world.project;
      await act({
        name: `${whose}_${index}`,
        calls: storeCalls(db, { projectId, userId: index % 2 === 0 ? ada : ben }),
        recorder,
        branches,
        node: `node_${index + 1}`,
        pause: PAUSE_MS,
        signal: stop.signal,
      });
      await closeDatabase(db);
    }),
  );
  await killConnections(world, milliseconds);
  stop.abort();
  await Promise.all(clients);
  const final = await readFinalState(world.sql, branches);
  const violations = checkHistory(recorder.history, final);
  return { violations, recorder, final, matched: mutated.matched };
}

function faultsOf(mutant: Mutant | undefined): Faults & { matched: readonly number[] } {
  const rewrites = mutant?.rewrites ?? [];
  const matched = rewrites.map(() => 0);
  const rewrite = (text: string) =>
    rewrites.reduce((changed, [pattern, replacement], index) => {
      if (!pattern.test(changed)) return changed;
      matched[index]! += 1;
      return changed.replace(pattern, replacement);
    }, text);
  return { rewrite, matched, commitsAhead: mutant?.commitsAhead ?? false };
}

async function killConnections(world: StoreWorld, milliseconds: number): Promise<void> {
  const end = performance.now() + milliseconds;
  while (performance.now() < end) {
    await sleep(Math.random() * 100);
    await world.sql(KILL_ONE);
  }
}
