import type { Transaction } from 'kysely';
import { closeDatabase, type Database, openDatabase } from '../../db/database';
import type { DB } from '../../db/schema/db';
import { inProject, type ProjectScope } from '../../db/transaction';
import { newId } from '../../db/uuid';
import { forgetVersions } from '../../store/head-cache';
import type { StoreWorld } from '../store-world';

type Verb<A, R> = (trx: Transaction<DB>, args: A) => Promise<R>;
type Asked<A> = Omit<A, 'projectId' | 'userId' | 'opId'>;

/** A request that was answered, and how to send the very same again. */
export interface Sent {
  readonly by: number;
  readonly opId: string;
  readonly answer: unknown;
  readonly again: () => Promise<unknown>;
}

/** The store as two people use it, through one connection that a restart replaces. */
export class Real {
  readonly workflowId: string;
  readonly sent: Sent[] = [];
  readonly #world: StoreWorld;
  #db: Database;

  constructor(world: StoreWorld, workflowId: string) {
    this.#world = world;
    this.workflowId = workflowId;
    this.#db = open(world);
  }

  get projectId(): string {
    return this.#world.project.id;
  }

  person(by: number): string {
    const { ada, ben } = this.#world.project;
    return by === 0 ? ada : ben;
  }

  scope(by: number): ProjectScope {
    return { projectId: this.projectId, userId: this.person(by) };
  }

  look<R>(work: (trx: Transaction<DB>) => Promise<R>): Promise<R> {
    return inProject(this.#db, this.scope(0), work);
  }

  /** One mutation by one person; what it stored can be asked for again. */
  async send<A extends ProjectScope & { opId: string }, R>(
    by: number,
    verb: Verb<A, R>,
    asked: Asked<A>,
  ): Promise<R> {
    const opId = newId();
    const args = { ...asked, ...this.scope(by), opId } as unknown as A;
    const again = () => inProject(this.#db, this.scope(by), (trx) => verb(trx, args));
    const answer = await again();
    if (hasStored(answer)) this.sent.push({ by, opId, answer, again });
    return answer;
  }

  /** A request with an op_id that was used for another one. */
  reuse<A extends ProjectScope & { opId: string }, R>(
    { by, opId }: Sent,
    verb: Verb<A, R>,
    asked: Asked<A>,
  ): Promise<R> {
    const args = { ...asked, ...this.scope(by), opId } as unknown as A;
    return inProject(this.#db, this.scope(by), (trx) => verb(trx, args));
  }

  /** What a new process has: nothing but the database. */
  async restart(): Promise<void> {
    await this.close();
    forgetVersions();
    this.#db = open(this.#world);
  }

  close(): Promise<void> {
    return closeDatabase(this.#db);
  }
}

function open(world: StoreWorld): Database {
  return openDatabase({ url: world.database.appUrl, max: 1 });
}

/** [V4] An answer that nothing was done is no record: the same request is judged anew. */
function hasStored(answer: unknown): boolean {
  const { status } = answer as { status?: string };
  return status !== 'unchanged' && status !== 'conflict';
}
