import { sha256Bytes, sha256Hex } from '../hash';
import { canonicalBytes } from '../json/canonical';
import type { Json } from '../json/json';

const BUCKETS = 256;

interface Leaf {
  /** Hexadecimal SHA-256 of the entry's canonical bytes. */
  readonly hash: string;
  readonly bytes: number;
}

interface Bucket {
  readonly leaves: ReadonlyMap<string, Leaf>;
  readonly digest: Uint8Array;
}

/**
 * [D4] Two-level hash tree over a map of entries. Immutable: an update shares every bucket that it
 * does not touch, so that an edit costs its own size.
 */
export interface CollectionDigest {
  readonly buckets: readonly Bucket[];
  /** Hexadecimal digest of the whole collection. */
  readonly digest: string;
  readonly count: number;
  /** Length of the collection's canonical bytes. */
  readonly bytes: number;
}

/** An entry that is to be set, or removed when `value` is undefined. */
export interface EntryChange {
  readonly key: string;
  readonly value: Json | undefined;
}

const EMPTY_BUCKET: Bucket = { leaves: new Map(), digest: sha256Bytes('') };

const EMPTY_BUCKETS: readonly Bucket[] = Array.from({ length: BUCKETS }, () => EMPTY_BUCKET);

export const EMPTY_DIGEST: CollectionDigest = {
  buckets: EMPTY_BUCKETS,
  digest: digestOf(EMPTY_BUCKETS),
  count: 0,
  bytes: 2,
};

/** The digest after the changes; the one given stays as it was. */
export function updateCollection(
  before: CollectionDigest,
  changes: readonly EntryChange[],
): CollectionDigest {
  const touched = new Map<number, Map<string, Leaf>>();
  let { count, bytes } = before;
  for (const { key, value } of changes) {
    const index = bucketOf(key);
    const known = touched.get(index) ?? before.buckets[index]?.leaves;
    const old = known?.get(key);
    const leaf = value === undefined ? undefined : leafOf(value);
    if (old?.hash === leaf?.hash) continue;
    const leaves = touched.get(index) ?? new Map(known);
    touched.set(index, leaves);
    if (old !== undefined) {
      count -= 1;
      bytes -= sizeOf(key, old) + comma(count);
      leaves.delete(key);
    }
    if (leaf === undefined) continue;
    bytes += sizeOf(key, leaf) + comma(count);
    count += 1;
    leaves.set(key, leaf);
  }
  if (touched.size === 0) return before;
  const buckets = [...before.buckets];
  for (const [index, leaves] of touched) buckets[index] = bucketFrom(leaves);
  return { buckets, digest: digestOf(buckets), count, bytes };
}

function leafOf(value: Json): Leaf {
  const bytes = canonicalBytes(value);
  return { hash: sha256Hex(bytes), bytes: bytes.length };
}

function bucketOf(key: string): number {
  return sha256Bytes(key)[0] ?? 0;
}

function bucketFrom(leaves: ReadonlyMap<string, Leaf>): Bucket {
  const lines = [...leaves]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, leaf]) => `${key}:${leaf.hash}\n`);
  return { leaves, digest: sha256Bytes(lines.join('')) };
}

function digestOf(buckets: readonly Bucket[]): string {
  const joined = new Uint8Array(BUCKETS * 32);
  buckets.forEach((bucket, index) => {
    joined.set(bucket.digest, index * 32);
  });
  return sha256Hex(joined);
}

/** An entry as canonical JSON has it: quotes and a colon around its key, which is an id. */
function sizeOf(key: string, leaf: Leaf): number {
  return key.length + 3 + leaf.bytes;
}

/** Bytes between an entry and so many others. */
function comma(others: number): number {
  return others > 0 ? 1 : 0;
}
