import { sql, type Transaction } from 'kysely';
import { HOT_READINGS, SLOW_MS } from '@core/version/compaction-rule';
import type { DB } from '../db/schema/db';

/** Where a page of candidates ended: they come deepest first. */
export interface HeadCursor {
  readonly depth: number;
  readonly headId: string;
}

export interface HeadQuery {
  readonly projectId: string;
  /** Depth above which a head is deep; the project's own when left out. */
  readonly threshold?: number | undefined;
  readonly limit: number;
  readonly after?: HeadCursor | undefined;
  /** Only heads of branches that moved within this many seconds. */
  readonly movedWithin?: number | undefined;
}

/** Hours over which readings are counted. */
const HEAT_HOURS = 24;

/**
 * [C2] The query of which heads could be worth compacting, by what is cheap to know: deep, or of a
 * chain that was read often or slowly. What their patches weigh is for whoever joins `picked`.
 */
export function pickedHeads(trx: Transaction<DB>, query: HeadQuery) {
  const { projectId, after, movedWithin } = query;
  const given = query.threshold ?? null;
  return trx
    .with('heat', (db) =>
      db
        .selectFrom('replay_stat as s')
        .innerJoin('artifact as a', (join) =>
          join.onRef('a.project_id', '=', 's.project_id').onRef('a.id', '=', 's.version_id'),
        )
        .select([
          'a.chain_id',
          sql<number>`sum(s.replays)::int`.as('readings'),
          sql<number>`sum(s.total_ms) / sum(s.replays)`.as('mean_ms'),
        ])
        .where('s.project_id', '=', projectId)
        .where('s.hour', '>', sql<Date>`now() - make_interval(hours => ${HEAT_HOURS}::int)`)
        .groupBy('a.chain_id'),
    )
    .with('head', (db) =>
      db
        .selectFrom('tag as t')
        // One by one, whatever the planner expects: branches are few, versions are many.
        .innerJoinLateral(
          (eb) =>
            eb
              .selectFrom('artifact as a')
              .select(['a.id', 'a.depth', 'a.chain_id'])
              .whereRef('a.project_id', '=', 't.project_id')
              .whereRef('a.id', '=', 't.target_id')
              .where('a.depth', '>=', 1)
              .where((head) =>
                head.not(
                  head.exists(
                    head
                      .selectFrom('artifact as v')
                      .whereRef('v.project_id', '=', 'a.project_id')
                      .whereRef('v.compacted_from_id', '=', 'a.id'),
                  ),
                ),
              )
              .limit(1)
              .as('h'),
          (join) => join.onTrue(),
        )
        .innerJoin('project as p', 'p.id', 't.project_id')
        .select([
          'h.id',
          'h.depth',
          'h.chain_id',
          sql<number>`coalesce(${given}::int, p.compaction_threshold)`.as('threshold'),
          sql<
            { id: string; name: string }[]
          >`json_agg(json_build_object('id', t.id, 'name', t.name) order by t.name)`.as('tags'),
          sql<Date>`max(t.moved_at)`.as('moved_at'),
        ])
        .where('t.project_id', '=', projectId)
        .$if(movedWithin !== undefined, (recent) =>
          recent.where(
            't.moved_at',
            '>',
            sql<Date>`now() - make_interval(secs => ${movedWithin ?? 0}::int)`,
          ),
        )
        .groupBy(['h.id', 'h.depth', 'h.chain_id', 'p.compaction_threshold']),
    )
    .with('picked', (db) =>
      db
        .selectFrom('head')
        .leftJoin('heat', 'heat.chain_id', 'head.chain_id')
        .select(['head.id', 'head.depth', 'head.threshold', 'head.tags', 'head.moved_at'])
        .select((eb) => [
          eb.fn.coalesce('heat.readings', eb.val(0)).as('readings'),
          eb.fn.coalesce('heat.mean_ms', eb.val(0)).as('mean_ms'),
        ])
        .where((eb) =>
          eb.or([
            eb('head.depth', '>', eb.ref('head.threshold')),
            eb('heat.readings', '>=', HOT_READINGS),
            eb('heat.mean_ms', '>=', SLOW_MS),
          ]),
        )
        .$if(after !== undefined, (later) =>
          later.where(
            sql<boolean>`(head.depth, head.id) < (${after?.depth}::int, ${after?.headId}::uuid)`,
          ),
        )
        .orderBy('head.depth', 'desc')
        .orderBy('head.id', 'desc')
        .limit(query.limit),
    );
}
