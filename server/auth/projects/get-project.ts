import { type Transaction, sql } from 'kysely';
import { NotFoundError } from '@core/errors';
import type { DB } from '../../db/schema/db';
import type { Role } from '../role';
import type { ProjectDetail } from './project-summary';

/** The project and its settings; `role` is that of the token, where one is asking. */
export async function getProject(
  trx: Transaction<DB>,
  { projectId, userId, role }: { projectId: string; userId: string; role?: Role },
): Promise<ProjectDetail> {
  const row = await trx
    .selectFrom('project as p')
    .innerJoin('membership as m', 'm.project_id', 'p.id')
    .select(['p.id', 'p.name', 'p.demo', 'p.created_at', 'p.compaction_threshold', 'm.role'])
    .select(
      sql<number>`(select count(*)::int from workflow w
        where w.project_id = p.id and w.archived_at is null)`.as('workflows'),
    )
    .where('p.id', '=', projectId)
    .where('m.user_id', '=', userId)
    .executeTakeFirst();
  if (!row) throw new NotFoundError('The project');
  return {
    id: row.id,
    name: row.name,
    role: role ?? row.role,
    workflows: row.workflows,
    demo: row.demo,
    createdAt: row.created_at.toISOString(),
    settings: { compactionThreshold: row.compaction_threshold },
  };
}
