import { setTimeout as sleep } from 'node:timers/promises';
import { type Database, openDatabase } from '../../db/database';

export interface Statement {
  readonly name?: string;
  readonly text: string;
  readonly values: unknown[];
}

/** What happens to statements on their way to the database. */
export interface Faults {
  /** Changes the text of a statement. */
  readonly rewrite: (text: string) => string;
  /** Answers COMMIT before it is sent, which is then always late. */
  readonly commitsAhead: boolean;
}

/** How often the line to the database stalls, and for how long at most; mostly after BEGIN. */
const STALLS = { afterBegin: 0.2, elsewhere: 0.05, milliseconds: 30 };
const LOST_COMMITS = 0.1;

/**
 * One connection over a bad line: it stalls between statements, and the answer to a COMMIT is lost
 * now and then. It stalls most after BEGIN, so that transactions do not end in the order in which
 * they began.
 */
export function openFaultyDatabase(url: string, faults: Faults): Database {
  const db = openDatabase({ url, max: 1 });
  db.pool.on('connect', (client) => {
    const query = client.query.bind(client) as unknown as Send;
    let line = Promise.resolve();
    let begun = false;
    const send: Send = (statement) => {
      const text = faults.rewrite(statement.text);
      const often = begun ? STALLS.afterBegin : STALLS.elsewhere;
      begun = text === 'begin';
      const isAhead = text === 'commit' && faults.commitsAhead;
      line = line.then(() => stall(isAhead ? 1 : often));
      const answer = line.then(() => query({ ...statement, text }));
      if (isAhead) return ahead(answer);
      return text === 'commit' ? lossy(answer) : answer;
    };
    client.query = send as never;
  });
  return db;
}

type Send = (statement: Statement) => Promise<unknown>;

async function stall(often: number): Promise<void> {
  if (Math.random() < often) await sleep(Math.random() * STALLS.milliseconds);
}

async function lossy(answer: Promise<unknown>): Promise<unknown> {
  const result = await answer;
  if (Math.random() < LOST_COMMITS) throw new Error('The line went dead.');
  return result;
}

function ahead(answer: Promise<unknown>): Promise<unknown> {
  answer.catch(() => {});
  return Promise.resolve({ command: 'COMMIT', rows: [] });
}
