import { EDITORS, READERS } from '../../auth/role';
import { getRun } from '../../runs/get-run';
import { listRuns } from '../../runs/list-runs';
import { submitRun } from '../../runs/submit-run';
import { withRole } from '../access/with-role';
import { refOf } from '../shared/ref-of';
import { createRouter } from '../trpc';
import { getInput, listInput, listOutput, runDetail, submitInput, submitOutput } from './schemas';

export const runRouter = createRouter({
  submit: withRole(...EDITORS)
    .input(submitInput)
    .output(submitOutput)
    .mutation(({ ctx, input }) => {
      const ref = 'versionId' in input ? { versionId: input.versionId } : refOf(input);
      return ctx.inProject((trx) => submitRun(trx, { ...input, ...ctx.scope, ref }));
    }),

  list: withRole(...READERS)
    .input(listInput)
    .output(listOutput)
    .query(({ ctx, input }) => ctx.inProject((trx) => listRuns(trx, { ...input, ...ctx.scope }))),

  get: withRole(...READERS)
    .input(getInput)
    .output(runDetail)
    .query(({ ctx, input }) => ctx.inProject((trx) => getRun(trx, { ...input, ...ctx.scope }))),
});
