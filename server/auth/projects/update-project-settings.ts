import type { Transaction } from 'kysely';
import type { DB } from '../../db/schema/db';
import { getProject } from './get-project';
import type { ProjectDetail, ProjectSettings } from './project-summary';

export interface UpdateProjectSettingsArgs {
  projectId: string;
  userId: string;
  settings: { [Key in keyof ProjectSettings]?: ProjectSettings[Key] | undefined };
}

/** Changes the settings that are given and leaves the others. */
export async function updateProjectSettings(
  trx: Transaction<DB>,
  { projectId, userId, settings }: UpdateProjectSettingsArgs,
): Promise<ProjectDetail> {
  if (settings.compactionThreshold !== undefined) {
    await trx
      .updateTable('project')
      .set({ compaction_threshold: settings.compactionThreshold })
      .where('id', '=', projectId)
      .execute();
  }
  return getProject(trx, { projectId, userId });
}
