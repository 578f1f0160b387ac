import { type Transaction } from 'kysely';
import type { Dag } from '@core/dag/document';
import { CorruptionError, DomainError, NotFoundError } from '@core/errors';
import type { Op } from '@core/patch/ops';
import { materialize } from '@core/version/materialize';
import { prepared } from '../db/prepared';
import type { DB } from '../db/schema/db';
import { readBlob } from './blob';
import { cachedVersion, cacheVersion, Materialized } from './head-cache';
import { noteReplay } from './replay-log';

interface VersionKey {
  readonly projectId: string;
  readonly versionId: string;
}

/**
 * [V7][V8] The document of a version: from the cache, else from the nearest full document and the
 * patches after it. The caller has read the version's row already.
 */
export async function materializeVersion(
  trx: Transaction<DB>,
  key: VersionKey,
): Promise<Materialized> {
  const cached = cachedVersion(key);
  if (cached !== undefined) return cached;
  const [at, start] = [new Date(), performance.now()];
  const version = await replayVersion(trx, key);
  noteReplay(key, { at, ms: performance.now() - start });
  cacheVersion(key, version);
  return version;
}

/** The same, always from the stored bytes. */
export async function replayVersion(trx: Transaction<DB>, key: VersionKey): Promise<Materialized> {
  const blobs: ChainBlob[] = (await trx.executeQuery(chainBlobs(trx, key))).rows;
  const [base, ...patches] = blobs;
  if (base === undefined) throw new NotFoundError('That version');
  const skipped = base.skipped ?? 0;
  if (
    base.seq !== 0 ||
    patches.length !== base.depth - skipped ||
    patches.some((patch, index) => patch.seq !== index + 1 + skipped)
  ) {
    throw new CorruptionError('A link of the chain is missing.', { version: key.versionId });
  }
  const dag = replay(key, { base: readBlob(base), patches: patches.map(readBlob) });
  return new Materialized(dag, { bytes: blobs.reduce((sum, blob) => sum + blob.bytes.length, 0) });
}

function replay(key: VersionKey, chain: { base: unknown; patches: unknown[] }): Dag {
  try {
    return materialize(chain.base as Dag, chain.patches as Op[][]);
  } catch (error) {
    // Each patch was applied once before it was stored.
    if (!(error instanceof DomainError)) throw error;
    throw new CorruptionError(`The chain does not replay: ${error.message}`, {
      version: key.versionId,
    });
  }
}

interface ChainBlob {
  readonly seq: number;
  readonly depth: number;
  readonly skipped: number | null;
  readonly cas_id: string;
  readonly bytes: Buffer;
}

/** [V2][C1] One range scan: the nearest compaction on the chain, or its base, then what follows. */
const chainBlobs = prepared((trx, key: VersionKey) =>
  trx
    .with('head', (db) =>
      db
        .selectFrom('artifact')
        .select(['id', 'base_version', 'chain_id', 'depth'])
        .where('project_id', '=', key.projectId)
        .where('id', '=', key.versionId),
    )
    .with('member', (db) =>
      db
        .selectFrom('head')
        .innerJoin('patch_chain_member as m', 'm.chain_id', 'head.chain_id')
        .select(['m.seq', 'm.member_id'])
        .where('m.project_id', '=', key.projectId)
        .whereRef('m.seq', '<=', 'head.depth'),
    )
    .with('compacted', (db) =>
      db
        .selectFrom('member')
        .innerJoin('artifact as v', 'v.compacted_from_id', 'member.member_id')
        .select(['v.id', 'member.seq'])
        .where('v.project_id', '=', key.projectId)
        .orderBy('member.seq', 'desc')
        .limit(1),
    )
    .with('part', (db) =>
      db
        .selectFrom('head')
        .leftJoin('compacted', (join) => join.onTrue())
        .select((eb) => [
          eb.val(0).as('seq'),
          eb.ref('head.depth').as('depth'),
          eb.ref('compacted.seq').as('skipped'),
          eb.fn.coalesce('compacted.id', 'head.base_version', 'head.id').as('id'),
        ])
        .unionAll((eb) =>
          eb
            .selectFrom('member')
            .leftJoin('compacted', (join) => join.onTrue())
            .select((inner) => [
              inner.ref('member.seq').as('seq'),
              inner.val(0).as('depth'),
              inner.val<number | null>(null).as('skipped'),
              inner.ref('member.member_id').as('id'),
            ])
            .where((inner) =>
              inner('member.seq', '>', inner.fn.coalesce('compacted.seq', inner.val(0))),
            ),
        ),
    )
    .selectFrom('part')
    .innerJoin('artifact as a', (join) =>
      join.onRef('a.id', '=', 'part.id').on('a.project_id', '=', key.projectId),
    )
    .innerJoin('cas_blob as b', (join) =>
      join.onRef('b.cas_id', '=', 'a.cas_id').on('b.project_id', '=', key.projectId),
    )
    .select(['part.seq', 'part.depth', 'part.skipped', 'b.cas_id', 'b.bytes'])
    .orderBy('part.seq'),
);
