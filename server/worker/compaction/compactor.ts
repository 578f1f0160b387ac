import { SYSTEM_ACTOR } from '@core/system-actor';
import { logger } from '../../config/logger';
import type { Database } from '../../db/database';
import { inProject } from '../../db/transaction';
import { newId } from '../../db/uuid';
import { compactUnattended } from '../../store/compact-unattended';
import { type DueHead, dueHeads } from '../../store/due-heads';
import { forgetReplays } from '../../store/forget-replays';
import type { HeadCursor } from '../../store/picked-heads';
import { projectIds } from '../project-ids';
import { Setbacks } from '../setbacks';
import { Sweeps } from './sweeps';

/** Seconds after a move for which a branch is looked at in every round. */
const RECENT_S = 600;
/** Heads of one project tried in one round; the others wait for the next, and no project for another. */
const HEADS_A_ROUND = 8;
/** Projects that fail in a row before it is taken to be the database. */
const FAILURES_IN_A_ROW = 3;

/**
 * [C2] Compacts what the rule says is due, in all projects, one short transaction a head. Most rounds
 * look only at branches that moved lately; a sweep now and then looks at all of them, for what became
 * due without moving: branches made from old versions, and chains that are read a lot. What fails
 * stops nothing else, is reported once and then left alone for a while.
 */
export class Compactor {
  readonly #db: Database;
  readonly #setbacks = new Setbacks();
  readonly #sweeps = new Sweeps();

  constructor(db: Database) {
    this.#db = db;
  }

  /**
   * One round over all projects, ended early by the signal. How many heads were compacted. Throws
   * when the database is away.
   */
  async round(signal: AbortSignal): Promise<number> {
    let compacted = 0;
    let inARow = 0;
    for (const projectId of await projectIds(this.#db)) {
      if (signal.aborted) break;
      if (this.#isResting(projectId)) continue;
      try {
        compacted += await this.#inProject(projectId, signal);
        this.#setbacks.succeeded(projectId);
        inARow = 0;
      } catch (error) {
        inARow += 1;
        if (inARow === FAILURES_IN_A_ROW) throw error;
        this.#failed(projectId, { err: error, projectId });
      }
    }
    return compacted;
  }

  async #inProject(projectId: string, signal: AbortSignal): Promise<number> {
    const scope = scopeOf(projectId);
    const sweep = this.#sweeps.isDue(projectId, Date.now());
    let after: HeadCursor | undefined;
    let tried = 0;
    let compacted = 0;
    do {
      const page = { projectId, after, ...(!sweep && { movedWithin: RECENT_S }) };
      const { due, next } = await inProject(this.#db, scope, (trx) => dueHeads(trx, page));
      for (const head of due) {
        if (this.#isResting(head.headId)) continue;
        // A sweep that was cut short is not done: the next round goes on with it.
        if (signal.aborted || tried === HEADS_A_ROUND) return compacted;
        tried += 1;
        if (await this.#compact(projectId, head)) compacted += 1;
      }
      after = next;
    } while (after !== undefined);
    if (sweep) {
      await inProject(this.#db, scope, (trx) => forgetReplays(trx, scope));
      this.#sweeps.done(projectId, Date.now());
    }
    return compacted;
  }

  async #compact(projectId: string, { headId, reason }: DueHead): Promise<boolean> {
    try {
      const outcome = await inProject(this.#db, scopeOf(projectId), (trx) =>
        compactUnattended(trx, { projectId, headId }),
      );
      this.#setbacks.succeeded(headId);
      logger().debug({ projectId, headId, reason, outcome }, 'Compaction');
      return outcome === 'compacted';
    } catch (error) {
      this.#failed(headId, { err: error, projectId, headId, reason });
      return false;
    }
  }

  #isResting(id: string): boolean {
    return this.#setbacks.isResting(id, Date.now());
  }

  #failed(id: string, about: object): void {
    if (this.#setbacks.failed(id, Date.now()) > 1) return;
    logger().error({ ...about, correlation: newId() }, 'Cannot be compacted');
  }
}

function scopeOf(projectId: string) {
  return { projectId, userId: SYSTEM_ACTOR.id };
}
