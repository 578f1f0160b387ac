import type { Transaction } from 'kysely';
import type { ProjectDetail } from '../../auth/projects/project-summary';
import {
  updateProjectSettings,
  type UpdateProjectSettingsArgs,
} from '../../auth/projects/update-project-settings';
import type { DB } from '../../db/schema/db';
import { audited } from '../../store/audited';

/** [A5] Changes a project's settings and leaves an audit row; once for each op_id. */
export function changeSettings(
  trx: Transaction<DB>,
  { opId, ...args }: UpdateProjectSettingsArgs & { opId: string },
): Promise<ProjectDetail> {
  const { projectId, userId, settings } = args;
  const request = { compactionThreshold: settings.compactionThreshold ?? null };
  return audited(
    trx,
    { projectId, userId, opId, action: 'project.settings', request },
    async () => ({ subjectId: projectId, result: await updateProjectSettings(trx, args) }),
  );
}
