import type { Transaction } from 'kysely';
import type { DB } from '../../db/schema/db';
import { inProject, type ProjectScope } from '../../db/transaction';
import { newId } from '../../db/uuid';
import type { TestProject } from '../project';
import type { ServerProcess } from './server-process';
import type { Version } from './state';

type Verb<A, R> = (trx: Transaction<DB>, args: A) => Promise<R>;
type Mutation = ProjectScope & { readonly opId: string };
type Asked<A> = Omit<A, keyof Mutation>;

/** A request that was answered, and how to send the very same again. */
export interface Sent {
  readonly by: number;
  readonly opId: string;
  readonly answer: unknown;
  readonly again: () => Promise<unknown>;
}

interface Place {
  readonly project: TestProject;
  readonly server: ServerProcess;
  readonly workflowId: string;
}

/** A workflow in the store, as two people use it. */
export class Real {
  readonly sent: Sent[] = [];
  readonly workflowId: string;
  readonly projectId: string;
  readonly #people: readonly string[];
  readonly #server: ServerProcess;
  #lookedAt = { starts: 0, versions: new Set<Version>() };

  constructor({ project, server, workflowId }: Place) {
    this.workflowId = workflowId;
    this.projectId = project.id;
    this.#people = [project.ada, project.ben];
    this.#server = server;
  }

  scope(by: number): ProjectScope {
    return { projectId: this.projectId, userId: this.#people[by]! };
  }

  look<R>(work: (trx: Transaction<DB>) => Promise<R>): Promise<R> {
    return inProject(this.#server.db, this.scope(0), work);
  }

  /** One mutation by one person; what it stored can be asked for again. */
  async send<A extends Mutation, R>(by: number, verb: Verb<A, R>, asked: Asked<A>): Promise<R> {
    const opId = newId();
    const again = () => this.sendAs({ by, opId }, verb, asked);
    const answer = await again();
    if (hasStored(answer)) this.sent.push({ by, opId, answer, again });
    return answer;
  }

  /** The same with an op_id that may have been used already. */
  sendAs<A extends Mutation, R>(
    { by, opId }: Pick<Sent, 'by' | 'opId'>,
    verb: Verb<A, R>,
    asked: Asked<A>,
  ): Promise<R> {
    const args = { ...asked, ...this.scope(by), opId } as unknown as A;
    return inProject(this.#server.db, this.scope(by), (trx) => verb(trx, args));
  }

  /** Versions never change, so a process need look at each but once. */
  notLookedAt(versions: readonly Version[]): Version[] {
    const { starts } = this.#server;
    if (this.#lookedAt.starts !== starts) this.#lookedAt = { starts, versions: new Set() };
    const fresh = [...new Set(versions)].filter((one) => !this.#lookedAt.versions.has(one));
    for (const version of fresh) this.#lookedAt.versions.add(version);
    return fresh;
  }

  restart(): Promise<void> {
    return this.#server.restart();
  }
}

/** [V4] An answer that nothing was done is no record: the same request is judged anew. */
function hasStored(answer: unknown): boolean {
  const { status } = answer as { status?: string };
  return status !== 'unchanged' && status !== 'conflict';
}
