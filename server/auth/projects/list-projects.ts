import type { Database } from '../../db/database';
import { inPerson, inProject } from '../../db/transaction';
import type { Principal } from '../principal';
import { getProject } from './get-project';
import type { ProjectSummary } from './project-summary';

/**
 * The projects the caller is a member of, by name; for a token its own. Each is read in a
 * transaction of its own: no statement ever sees two projects' workflows.
 */
export async function listProjects(db: Database, caller: Principal): Promise<ProjectSummary[]> {
  const { userId } = caller;
  const ids = caller.kind === 'token' ? [caller.projectId] : await listProjectIds(db, userId);
  const projects: ProjectSummary[] = [];
  for (const projectId of ids) {
    const scope = { projectId, userId };
    const { settings: _, ...summary } = await inProject(db, scope, (trx) =>
      getProject(trx, { ...scope, ...(caller.kind === 'token' && { role: caller.role }) }),
    );
    projects.push(summary);
  }
  return projects;
}

async function listProjectIds(db: Database, userId: string): Promise<string[]> {
  const rows = await inPerson(db, userId, (trx) =>
    trx
      .selectFrom('membership as m')
      .innerJoin('project as p', 'p.id', 'm.project_id')
      .select('p.id')
      .where('m.user_id', '=', userId)
      .orderBy('p.name')
      .orderBy('p.id')
      .execute(),
  );
  return rows.map((row) => row.id);
}
