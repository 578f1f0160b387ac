import { createHash } from 'node:crypto';
import type { Socket } from 'node:net';
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import type { PoolClient, QueryResult as PgResult } from 'pg';

/**
 * Statements prepared on first use. Their number is that of the queries in the source. Names are
 * made of the text: pages and route handlers have this module twice, and share the connections.
 */
const names = new Map<string, string>();
const MAX_PREPARED = 500;

/**
 * One pooled connection for one transaction. Statements go out as soon as they are made, without
 * waiting for the answers before them; the server answers in order and, once one has failed,
 * refuses the rest of the transaction.
 */
export class TransactionConnection implements DatabaseConnection {
  readonly #client: PoolClient;
  #commit: Promise<void> | undefined;

  constructor(client: PoolClient) {
    this.#client = client;
  }

  /** Sends BEGIN and the settings along with the first query; their failure fails that query. */
  open(settings: ReadonlyMap<string, string>): void {
    this.#together();
    this.#ahead('begin', []);
    if (settings.size === 0) return;
    const calls = [...settings.keys()].map(
      (_, at) => `set_config($${2 * at + 1}, $${2 * at + 2}, true)`,
    );
    this.#ahead(`select ${calls.join(', ')}`, [...settings].flat());
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#commit !== undefined) throw new Error('The transaction has been committed already.');
    return toKysely<R>(await this.#send(query.sql, query.parameters));
  }

  /** Sends the last statement and COMMIT in one go. */
  async executeFinal<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    this.#together();
    const answer = this.executeQuery<R>(query);
    const committed = this.commit();
    committed.catch(ignore);
    const result = await answer;
    await committed;
    return result;
  }

  /** Resolves once the server has said COMMIT; an aborted transaction rejects. */
  commit(): Promise<void> {
    this.#commit ??= this.#send('commit', []).then((result) => {
      if (result.command !== 'COMMIT') throw new Error('The transaction was rolled back.');
    });
    return this.#commit;
  }

  async rollback(): Promise<void> {
    await this.#send('rollback', []);
  }

  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    await Promise.reject(new Error('Streaming is not supported in a transaction.'));
  }

  /** What is sent from here to the end of the tick leaves as one packet: a write costs more than a query. */
  #together(): void {
    const { stream } = (this.#client as unknown as { connection: { stream: Socket } }).connection;
    stream.cork();
    process.nextTick(() => stream.uncork());
  }

  #ahead(text: string, values: readonly unknown[]): void {
    this.#send(text, values).catch(ignore);
  }

  #send(text: string, values: readonly unknown[]): Promise<PgResult> {
    const name = values.length > 0 ? preparedName(text) : undefined;
    return this.#client.query({ ...(name && { name }), text, values: [...values] });
  }
}

function preparedName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MAX_PREPARED) return known;
  const name = `q_${createHash('sha1').update(text).digest('base64url')}`;
  names.set(text, name);
  return name;
}

function toKysely<R>(result: PgResult): QueryResult<R> {
  const changed = result.command === 'SELECT' ? undefined : result.rowCount;
  return {
    rows: result.rows as R[],
    ...(typeof changed === 'number' && { numAffectedRows: BigInt(changed) }),
  };
}

function ignore(): void {}
