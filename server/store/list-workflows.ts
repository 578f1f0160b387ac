import { sql, type Transaction } from 'kysely';
import type { DB } from '../db/schema/db';
import { numericCursor, type Page } from './page';
import { type Person, personOf } from './people';
import { instantOf } from './version-summary';

export interface WorkflowSummary {
  readonly id: string;
  readonly name: string;
  readonly archived: boolean;
  readonly nodesCount: number;
  readonly edgesCount: number;
  readonly branches: number;
  readonly createdBy: Person;
  readonly createdAt: string;
  /** Last move on any of its branches. */
  readonly updatedAt: string;
  readonly updatedBy: Person;
}

/** Workflows of a project, the last changed first; counts are those of `main`. */
export async function listWorkflows(
  trx: Transaction<DB>,
  args: {
    projectId: string;
    search?: string | undefined;
    archived: boolean;
    cursor?: string | undefined;
    limit: number;
  },
): Promise<Page<WorkflowSummary>> {
  const offset = args.cursor === undefined ? 0 : numericCursor(args.cursor);
  const rows = await workflowRows(trx, args.projectId)
    .where('w.archived_at', args.archived ? 'is not' : 'is', null)
    .$if(args.search !== undefined && args.search !== '', (query) =>
      query.where(sql`lower(w.name)`, 'like', `%${likeText(args.search ?? '')}%`),
    )
    .orderBy('last.moved_at', 'desc')
    .orderBy('w.id')
    .offset(offset)
    .limit(args.limit + 1)
    .execute();
  const items = rows.slice(0, args.limit);
  return { items, next: rows.length > args.limit ? String(offset + args.limit) : null };
}

/** Summaries of a project's workflows, to be filtered by `w`. */
export function workflowRows(trx: Transaction<DB>, projectId: string) {
  return trx
    .selectFrom('workflow as w')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('tag as t')
          .select(['t.moved_at', 't.moved_by'])
          .select(sql<number>`(count(*) over ())::int`.as('branches'))
          .whereRef('t.project_id', '=', 'w.project_id')
          .whereRef('t.workflow_id', '=', 'w.id')
          .orderBy('t.moved_at', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .leftJoin('tag as main', (join) =>
      join
        .onRef('main.project_id', '=', 'w.project_id')
        .onRef('main.workflow_id', '=', 'w.id')
        .on('main.name', '=', 'main'),
    )
    .leftJoin('artifact as a', (join) =>
      join.onRef('a.project_id', '=', 'main.project_id').onRef('a.id', '=', 'main.target_id'),
    )
    .select((eb) => [
      'w.id',
      'w.name',
      sql<boolean>`w.archived_at is not null`.as('archived'),
      sql<number>`coalesce(a.nodes_count, 0)`.as('nodesCount'),
      sql<number>`coalesce(a.edges_count, 0)`.as('edgesCount'),
      'last.branches',
      personOf(eb.ref('w.created_by')).as('createdBy'),
      instantOf(eb.ref('w.created_at')).as('createdAt'),
      instantOf(eb.ref('last.moved_at')).as('updatedAt'),
      personOf(eb.ref('last.moved_by')).as('updatedBy'),
    ])
    .where('w.project_id', '=', projectId);
}

function likeText(search: string): string {
  return search.toLowerCase().replace(/[\\%_]/g, (character) => `\\${character}`);
}
