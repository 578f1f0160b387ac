import type { Database } from '../db/database';

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Runs `work` and gives every statement that the pool's connections sent for it. */
export async function statementsOf(
  db: Database,
  work: () => Promise<unknown>,
): Promise<Statement[]> {
  const sent: Statement[] = [];
  const client = await db.pool.connect();
  const query = client.query.bind(client);
  client.query = ((config: Statement) => {
    sent.push({ text: config.text, values: config.values });
    return query(config as never);
  }) as never;
  client.release();
  try {
    await work();
  } finally {
    client.query = query;
  }
  return sent.filter(({ text }) => !/^(begin|commit|rollback|select set_config)/.test(text));
}
