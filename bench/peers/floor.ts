import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { canonicalText } from '@core/json/canonical';
import type { Json } from '@core/json/json';

/**
 * The least durable work of saving one edit: canonical JSON, SHA-256, and one statement that stores
 * blob and artifact, compares and sets the tag, and records the move. No tenants, no validation, no
 * undo, no document. What the product costs beyond this is what it does beyond this.
 */
export const FLOOR_SCHEMA = `
  drop schema if exists floor cascade;
  create schema floor;
  create table floor.blob (hash text primary key, bytes bytea not null);
  create table floor.artifact (id bigint generated always as identity primary key, hash text not null references floor.blob, parent bigint);
  create table floor.tag (id int primary key, head bigint not null, seq int not null) with (fillfactor = 50);
  create table floor.move (tag int, seq int, "from" bigint, "to" bigint, at timestamptz default now(), primary key (tag, seq));
  insert into floor.tag select i, 0, 0 from generate_series(1, 64) i;`;

const STATEMENT = `
  with b as (insert into floor.blob values ($1, $2) on conflict do nothing),
  a as (insert into floor.artifact (hash, parent) values ($1, $3) returning id),
  t as (update floor.tag set head = a.id, seq = seq + 1 from a where tag.id = $4 and head = $3 returning seq, head),
  m as (insert into floor.move (tag, seq, "from", "to") select $4, seq, $3, head from t)
  select head, seq from t`;

export interface FloorEdit {
  readonly tag: number;
  readonly parent: string;
  readonly ops: Json;
}

export interface FloorAnswer {
  readonly saved: boolean;
  readonly head: string;
}

/** Saves one edit; with a stale parent nothing is saved and the answer names the head. */
export async function saveAtFloor(pool: Pool, edit: FloorEdit): Promise<FloorAnswer> {
  const bytes = Buffer.from(canonicalText(edit.ops));
  const hash = createHash('sha256').update(bytes).digest('hex');
  const { rows } = await pool.query<{ head: string }>({
    name: 'floor',
    text: STATEMENT,
    values: [hash, bytes, edit.parent, edit.tag],
  });
  const saved = rows[0];
  return saved === undefined
    ? { saved: false, head: await floorHead(pool, edit.tag) }
    : { saved: true, head: saved.head };
}

export async function floorHead(pool: Pool, tag: number): Promise<string> {
  const { rows } = await pool.query<{ head: string }>('select head from floor.tag where id = $1', [
    tag,
  ]);
  return rows[0]?.head ?? '0';
}
