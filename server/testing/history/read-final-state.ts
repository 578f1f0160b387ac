import type { Dag } from '@core/dag/document';
import type { Op } from '@core/patch/ops';
import type { MoveKind } from '../../db/schema/tag-move';
import { readBlob } from '../../store/blob';
import { groupBy } from './group-by';
import type { FinalBranch, FinalState, FinalVersion, Move } from './final-state';

/** Asks as somebody who sees every row. */
type Sql = <T>(text: string, values?: unknown[]) => Promise<T[]>;

/** Everything the store holds of these branches, straight from its tables. */
export async function readFinalState(sql: Sql, branches: readonly string[]): Promise<FinalState> {
  const tags = await sql<Omit<FinalBranch, 'moves'>>(
    'select id, seq, target_id as target from tag where id = any($1)',
    [branches],
  );
  const moves = groupBy(await readMoves(sql, branches), ({ branch }) => branch);
  const versions = await readVersions(sql, branches);
  return {
    branches: tags.map((tag) => ({ ...tag, moves: moves.get(tag.id) ?? [] })),
    versions: new Map(versions.map((version) => [version.id, version])),
  };
}

interface MoveRow extends Move {
  readonly branch: string;
  readonly kind: MoveKind;
}

/** A compaction's op_id stands in its audit row, of the same transaction. */
function readMoves(sql: Sql, branches: readonly string[]): Promise<MoveRow[]> {
  return sql(
    `select m.tag_id as branch, m.seq, m.kind, m.from_id as "from", m.to_id as "to",
            coalesce(m.op_id, a.op_id) as "opId", extract(epoch from m.created_at)::float8 * 1000 as at
       from tag_move m
       left join audit a on m.kind = 'compaction' and a.project_id = m.project_id
        and a.actor_id = m.actor_id and a.subject_id = m.to_id and a.created_at = m.created_at
      where m.tag_id = any($1) order by m.tag_id, m.seq`,
    [branches],
  );
}

interface VersionRow extends Omit<FinalVersion, 'content'> {
  readonly kind: 'dag_version' | 'patch_set';
  readonly cas_id: string;
  readonly bytes: Buffer;
}

async function readVersions(sql: Sql, branches: readonly string[]): Promise<FinalVersion[]> {
  const rows = await sql<VersionRow>(
    `select v.id, v.kind, v.parent_id as "parentId", v.compacted_from_id as "compactedFromId",
            v.version_hash as "versionHash", b.cas_id, b.bytes
       from artifact v join cas_blob b on b.project_id = v.project_id and b.cas_id = v.cas_id
      where v.kind in ('dag_version', 'patch_set')
        and v.workflow_id in (select workflow_id from tag where id = any($1))`,
    [branches],
  );
  return rows.map(({ kind, cas_id, bytes, ...version }) => {
    const json = readBlob({ cas_id, bytes });
    return {
      ...version,
      content: kind === 'dag_version' ? { document: json as Dag } : { ops: json as Op[] },
    };
  });
}
