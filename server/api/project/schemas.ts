import { z } from 'zod';
import { inProject, instant, mutation, name, opId, role, uuid } from '../shared/schemas';

export const projectSummary = z.object({
  id: uuid,
  name: z.string(),
  role,
  workflows: z.int(),
  demo: z.boolean(),
  createdAt: instant,
});
export type ProjectSummary = z.infer<typeof projectSummary>;

export const listOutput = z.array(projectSummary);
export const createInput = z.object({ opId, name });
export const getInput = inProject;

export const settings = z.object({ compactionThreshold: z.int().min(1).max(128) });
export const projectDetail = projectSummary.extend({ settings });
export const settingsInput = mutation.extend({ settings: settings.partial() });

export const member = z.object({ userId: z.string(), name: z.string(), email: z.string(), role });
export const membersOutput = z.array(member);
