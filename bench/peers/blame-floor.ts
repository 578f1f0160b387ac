import type pg from 'pg';

export interface Touched {
  readonly id: string;
  readonly generation: number;
  readonly touches: readonly string[];
}

/**
 * The least work of a blame: one row for each unit that an edit touched, in a table that holds one
 * branch and nothing else, and the newest of each. No tenants, ancestry, merges or authors.
 */
export class BlameFloor {
  readonly #pool: pg.Pool;

  private constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  static async open(pool: pg.Pool, versions: readonly Touched[]): Promise<BlameFloor> {
    await pool.query('drop table if exists blame_floor');
    await pool.query(
      'create table blame_floor (unit text collate "C" not null, generation int not null, id uuid not null)',
    );
    await pool.query(
      `insert into blame_floor select unit, generation, id
       from jsonb_to_recordset($1) as version(id uuid, generation int, touches text[]), unnest(touches) unit`,
      [JSON.stringify(versions)],
    );
    return new BlameFloor(pool);
  }

  newest(): Promise<unknown> {
    return this.#pool.query({
      name: 'blame-floor',
      text: 'select distinct on (unit) unit, id, generation from blame_floor order by unit, generation desc',
    });
  }
}
