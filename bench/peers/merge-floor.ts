import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { Dag } from '@core/dag/document';
import { canonicalText } from '@core/json/canonical';
import type { Json } from '@core/json/json';

type Entries = Record<string, Json>;
interface Stored {
  nodes: Entries;
  edges: Entries;
}

/**
 * The least work of a durable three-way merge: read three documents, join them entry by entry,
 * canonical JSON, SHA-256, one statement. No tenants, no conflicts within an entry, no validation.
 */
export class MergeFloor {
  readonly #pool: pg.Pool;

  private constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  static async open(pool: pg.Pool, dag: Dag): Promise<MergeFloor> {
    await pool.query(`
      drop schema if exists merge_floor cascade;
      create schema merge_floor;
      create table merge_floor.document (id int primary key, bytes bytea not null);
      create table merge_floor.merged (hash text, bytes bytea not null, ours int, theirs int)`);
    const { nodes, edges } = dag as unknown as Stored;
    const moved = (id: string): Stored => ({
      nodes: { ...nodes, [id]: { ...(nodes[id] as Entries), position: { x: -1, y: -1 } } },
      edges,
    });
    const [first = '', second = ''] = Object.keys(nodes);
    for (const [id, document] of [{ nodes, edges }, moved(first), moved(second)].entries()) {
      const bytes = Buffer.from(JSON.stringify(document));
      await pool.query('insert into merge_floor.document values ($1, $2)', [id, bytes]);
    }
    return new MergeFloor(pool);
  }

  async merge(round: number): Promise<void> {
    const { rows } = await this.#pool.query<{ bytes: Buffer }>(
      'select bytes from merge_floor.document order by id',
    );
    const [base, ours, theirs] = rows.map(({ bytes }) => JSON.parse(bytes.toString()) as Stored);
    if (base === undefined || ours === undefined || theirs === undefined) throw new Error('Empty');
    const merged = {
      nodes: joined(base.nodes, ours.nodes, theirs.nodes),
      edges: joined(base.edges, ours.edges, theirs.edges),
      round,
    };
    const bytes = Buffer.from(canonicalText(merged));
    const hash = createHash('sha256').update(bytes).digest('hex');
    await this.#pool.query({
      name: 'merge-floor',
      text: 'insert into merge_floor.merged values ($1, $2, 1, 2)',
      values: [hash, bytes],
    });
  }
}

function joined(base: Entries, ours: Entries, theirs: Entries): Entries {
  const result: Entries = {};
  for (const id of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    const [was, mine, other] = [base[id], ours[id], theirs[id]].map((entry) =>
      JSON.stringify(entry),
    );
    const kept = mine === was ? theirs[id] : ours[id];
    if (mine !== was && other !== was && mine !== other) throw new Error(`Both changed ${id}.`);
    if (kept !== undefined) result[id] = kept;
  }
  return result;
}
