import { SYSTEM_ACTOR } from '@core/system-actor';
import { logger } from '../../config/logger';
import type { Database } from '../../db/database';
import { inProject } from '../../db/transaction';
import { newId } from '../../db/uuid';
import { scrubStep } from '../../store/scrub/scrub-step';
import { projectIds } from '../project-ids';
import { Setbacks } from '../setbacks';

/** Projects that are looked at in one round; the others have their turn in the next ones. */
const PROJECTS_A_ROUND = 20;

/**
 * [V7] Reads everything that is stored again, a little at a time, and reports what is not what it
 * was: each damage once, in the log and on the admin page.
 */
export class Scrubber {
  readonly #db: Database;
  readonly #setbacks = new Setbacks();
  /** The project that had the last turn. */
  #last = '';

  constructor(db: Database) {
    this.#db = db;
  }

  /** One step in each of the next projects. How many damages were found that were not known. */
  async round(signal: AbortSignal): Promise<number> {
    let found = 0;
    for (const projectId of this.#turns(await projectIds(this.#db))) {
      if (signal.aborted) break;
      this.#last = projectId;
      if (this.#setbacks.isResting(projectId, Date.now())) continue;
      found += await this.#step(projectId);
    }
    return found;
  }

  #turns(ids: readonly string[]): string[] {
    const later = ids.filter((id) => id > this.#last);
    const again = ids.filter((id) => id <= this.#last);
    return [...later, ...again].slice(0, PROJECTS_A_ROUND);
  }

  async #step(projectId: string): Promise<number> {
    try {
      const step = await inProject(this.#db, { projectId, userId: SYSTEM_ACTOR.id }, (trx) =>
        scrubStep(trx, { projectId }),
      );
      this.#setbacks.succeeded(projectId);
      if (step.status === 'resting') return 0;
      for (const damage of step.found) logger().error({ projectId, ...damage }, 'Damage found');
      return step.found.length;
    } catch (error) {
      if (this.#setbacks.failed(projectId, Date.now()) === 1) {
        logger().error({ err: error, projectId, correlation: newId() }, 'Cannot be scrubbed');
      }
      return 0;
    }
  }
}
