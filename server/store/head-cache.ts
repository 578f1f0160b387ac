import { LRUCache } from 'lru-cache';
import type { Dag } from '@core/dag/document';
import { type DagDigest, digestDag } from '@core/dag/digest';

/** A version's document, and its hash trees once somebody asked for them. */
export class Materialized {
  readonly dag: Dag;
  readonly bytes: number;
  #digest: DagDigest | undefined;

  constructor(dag: Dag, known: { bytes: number; digest?: DagDigest }) {
    this.dag = dag;
    this.bytes = known.bytes;
    this.#digest = known.digest;
  }

  get digest(): DagDigest {
    this.#digest ??= digestDag(this.dag);
    return this.#digest;
  }

  /** Bytes of the canonical document, as far as they were counted already. */
  get documentBytes(): number | undefined {
    return this.#digest?.bytes;
  }
}

const MAX_BYTES = 128 * 1024 * 1024;
/** What a document takes in memory for each byte of its canonical text, roughly. */
const BYTES_IN_MEMORY = 2;

/**
 * [V8] Artifacts never change, so nothing here is ever invalidated. Ask only after a row of the
 * artifact was read in the caller's own project: the cache itself knows no permissions.
 */
const cache = new LRUCache<string, Materialized>({
  maxSize: MAX_BYTES,
  sizeCalculation: (entry) => 1024 + entry.bytes * BYTES_IN_MEMORY,
});

interface Key {
  readonly projectId: string;
  readonly versionId: string;
}

export function cachedVersion(key: Key): Materialized | undefined {
  return cache.get(`${key.projectId}:${key.versionId}`);
}

export function cacheVersion(key: Key, value: Materialized): void {
  cache.set(`${key.projectId}:${key.versionId}`, value);
}

/** What is known of a version here and now; asking does not keep it in the cache. */
export function peekVersion(key: Key): Materialized | undefined {
  return cache.peek(`${key.projectId}:${key.versionId}`);
}

/** For tests and benchmarks of a cold start. */
export function forgetVersions(): void {
  cache.clear();
}
