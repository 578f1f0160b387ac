import { expect, test } from 'vitest';
import { casId, sha256Hex } from '../hash';
import { canonicalText } from '../json/canonical';
import type { Json, JsonObject } from '../json/json';
import { type Plan, planHash } from '../run/plan-hash';
import { EMPTY_DIGEST, updateCollection } from './collection-digest';
import { digestDag } from './digest';
import type { Dag } from './document';
import { validateDag } from './validate';
import vectors from './vectors/hashes.json' with { type: 'json' };

const documents = vectors.documents as unknown as {
  name: string;
  dag: Dag;
  versionHash: string;
  logicHash: string;
}[];

function collectionOf(entries: JsonObject) {
  return updateCollection(
    EMPTY_DIGEST,
    Object.entries(entries).map(([key, value]) => ({ key, value })),
  );
}

test('[D4] there are enough vectors, each of another document', () => {
  const lists = Object.values(vectors).filter((list) => Array.isArray(list));
  expect(lists.reduce((sum, list) => sum + list.length, 0)).toBeGreaterThanOrEqual(200);
  expect(documents.length).toBeGreaterThanOrEqual(60);
  expect(new Set(documents.map(({ versionHash }) => versionHash)).size).toBe(documents.length);
});

test.for(documents)('[D4] hashes of “$name”', ({ dag, versionHash, logicHash }) => {
  validateDag(dag);
  expect(digestDag(dag)).toMatchObject({ versionHash, logicHash });
});

test.for([
  ['one node', 'the same node with every default written out'],
  ['one node', 'the same node with a name and a place'],
  ['one node', 'field outside the logic: ext'],
  ['one edge', 'the same edge under another id, ports written out'],
  ['empty', 'notes and groups'],
  ['empty', 'ui settings'],
])('[D4] “%s” and “%s” are the same logic', ([one, other]) => {
  const hashes = [one, other].map(
    (name) => documents.find((item) => item.name === name)!.logicHash,
  );
  expect(hashes[0]).toBe(hashes[1]);
});

test.for(vectors.canonical as { value: Json; text: string; sha256: string }[])(
  '[D5] canonical text $text',
  ({ value, text, sha256 }) => {
    expect(canonicalText(value)).toBe(text);
    expect(sha256Hex(text)).toBe(sha256);
  },
);

test.for(vectors.numbers)('[D5] RFC 8785 writes $ieee754 as $text', ({ ieee754, text }) => {
  const value = Buffer.from(ieee754, 'hex').readDoubleBE();
  expect(canonicalText(value)).toBe(text);
});

test.for(vectors.collections as unknown as { entries: JsonObject; digest: string }[])(
  '[D4] collection $digest',
  ({ entries, digest }) => {
    expect(collectionOf(entries).digest).toBe(digest);
  },
);

test.for(vectors.buckets as unknown as { entries: JsonObject; bucket: number; digest: string }[])(
  '[D4] bucket $bucket',
  ({ entries, bucket, digest }) => {
    const made = collectionOf(entries).buckets[bucket]!.digest;
    expect(Buffer.from(made).toString('hex')).toBe(digest);
  },
);

test.for(vectors.casIds)('[D4] $casId', ({ text, casId: expected }) => {
  expect(casId(new TextEncoder().encode(text))).toBe(expected);
});

test.for(vectors.plans as unknown as { plan: Plan; hash: string }[])(
  '[R2] plan hash $hash',
  ({ plan, hash }) => {
    expect(planHash(plan)).toBe(hash);
  },
);
