import {
  type Compilable,
  type CompiledQuery,
  type ConnectionProvider,
  DefaultQueryExecutor,
  type Dialect,
  DummyDriver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
  Transaction,
} from 'kysely';
import { TransactionConnection } from './connection';
import type { Database } from './database';
import type { DB } from './schema/db';

export interface ProjectScope {
  readonly projectId: string;
  readonly userId: string;
}

type Work<T> = (trx: Transaction<DB>) => Promise<T>;

const MAX_ATTEMPTS = 5;
/** serialization_failure, deadlock_detected: the server took everything back. */
const RETRYABLE = new Set(['40001', '40P01']);

const connections = new WeakMap<Transaction<DB>, TransactionConnection>();
const retries = new WeakSet<Transaction<DB>>();

/**
 * [A2] Runs `work` in one transaction that sees one project's rows. Commits when it resolves, rolls
 * back when it throws; a deadlock is tried again, so `work` must have no other effects.
 */
export function inProject<T>(db: Database, scope: ProjectScope, work: Work<T>): Promise<T> {
  const settings = new Map([
    ['app.project_id', scope.projectId],
    ['app.user_id', scope.userId],
  ]);
  return withRetries(db, settings, work);
}

/** [A2] The same without a project: a person's own memberships and projects are all it sees. */
export function inPerson<T>(db: Database, userId: string, work: Work<T>): Promise<T> {
  return withRetries(db, new Map([['app.user_id', userId]]), work);
}

/** The same with neither: only what is no tenant's (token lookup, people). */
export function inSystem<T>(db: Database, work: Work<T>): Promise<T> {
  return withRetries(db, new Map(), work);
}

/**
 * Sends the transaction's last statement together with COMMIT, one round trip for both. The rows
 * are returned only once they are durable; the transaction is over afterwards.
 */
export async function commitWith<R>(
  trx: Transaction<DB>,
  query: Compilable<R> | RawBuilder<R> | CompiledQuery<R>,
): Promise<R[]> {
  const connection = connections.get(trx);
  if (connection === undefined) throw new Error('commitWith needs a transaction of inProject.');
  const { rows } = await connection.executeFinal<R>('sql' in query ? query : query.compile(trx));
  return rows;
}

/** Whether the work was tried before and taken back: time to take locks instead of chances. */
export function isRetry(trx: Transaction<DB>): boolean {
  return retries.has(trx);
}

async function withRetries<T>(
  db: Database,
  settings: ReadonlyMap<string, string>,
  work: Work<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(db, settings, attempt === 1 ? work : again(work));
    } catch (error) {
      if (attempt >= MAX_ATTEMPTS || !RETRYABLE.has(sqlState(error))) throw error;
      const wait = Math.random() * 20 * (attempt - 1);
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

function again<T>(work: Work<T>): Work<T> {
  return (trx) => {
    retries.add(trx);
    return work(trx);
  };
}

async function once<T>(
  db: Database,
  settings: ReadonlyMap<string, string>,
  work: Work<T>,
): Promise<T> {
  const client = await db.pool.connect();
  const connection = new TransactionConnection(client);
  let broken = false;
  try {
    connection.open(settings);
    const result = await work(transactionOver(connection));
    await connection.commit();
    return result;
  } catch (error) {
    broken = await connection.rollback().then(
      () => false,
      () => true,
    );
    throw error;
  } finally {
    client.release(broken);
  }
}

const dialect: Dialect = {
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new DummyDriver(),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
};
const adapter = dialect.createAdapter();
const driver = dialect.createDriver();
const compiler = dialect.createQueryCompiler();

function transactionOver(connection: TransactionConnection): Transaction<DB> {
  const provider: ConnectionProvider = { provideConnection: (consumer) => consumer(connection) };
  const executor = new DefaultQueryExecutor(compiler, adapter, provider);
  const trx = new Transaction<DB>({ config: { dialect }, driver, executor, dialect });
  connections.set(trx, connection);
  return trx;
}

function sqlState(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
