import { ForbiddenError } from '@core/errors';
import { createProject } from '../../auth/projects/create-project';
import { getProject } from '../../auth/projects/get-project';
import { listMembers } from '../../auth/projects/list-members';
import { listProjects } from '../../auth/projects/list-projects';
import { ADMINS, READERS } from '../../auth/role';
import { signedIn } from '../access/signed-in';
import { withRole } from '../access/with-role';
import { inProject } from '../shared/schemas';
import { createRouter } from '../trpc';
import { changeSettings } from './change-settings';
import {
  createInput,
  getInput,
  listOutput,
  membersOutput,
  projectDetail,
  settingsInput,
} from './schemas';

export const projectRouter = createRouter({
  list: signedIn.output(listOutput).query(({ ctx }) => listProjects(ctx.db, ctx.caller)),

  create: signedIn
    .input(createInput)
    .output(projectDetail)
    .mutation(({ ctx, input }) => {
      if (ctx.caller.kind === 'token') {
        throw new ForbiddenError('A token belongs to one project and makes no other.');
      }
      return createProject(ctx.db, { ...input, userId: ctx.caller.userId });
    }),

  get: withRole(...READERS)
    .input(getInput)
    .output(projectDetail)
    .query(({ ctx }) => ctx.inProject((trx, role) => getProject(trx, { ...ctx.scope, role }))),

  settings: withRole(...ADMINS)
    .input(settingsInput)
    .output(projectDetail)
    .mutation(({ ctx, input }) =>
      ctx.inProject((trx) => changeSettings(trx, { ...input, ...ctx.scope })),
    ),

  members: withRole(...READERS)
    .input(inProject)
    .output(membersOutput)
    .query(({ ctx }) => ctx.inProject((trx) => listMembers(trx, ctx.scope))),
});
