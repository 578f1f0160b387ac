import { EDITORS, READERS } from '../../auth/role';
import { archiveWorkflow, renameWorkflow } from '../../store/change-workflow';
import { createWorkflow } from '../../store/create-workflow';
import { exportWorkflow } from '../../store/export-workflow';
import { getWorkflow } from '../../store/get-workflow';
import { importFile } from '../../store/import-file';
import { listWorkflows } from '../../store/list-workflows';
import { withRole } from '../access/with-role';
import { createRouter } from '../trpc';
import {
  archiveInput,
  changed,
  created,
  createInput,
  exportInput,
  exportOutput,
  getInput,
  importInput,
  importOutput,
  listInput,
  listOutput,
  renameInput,
  workflowDetail,
} from './schemas';

export const workflowRouter = createRouter({
  list: withRole(...READERS)
    .input(listInput)
    .output(listOutput)
    .query(({ ctx, input }) =>
      ctx.inProject((trx) => listWorkflows(trx, { ...input, ...ctx.scope })),
    ),

  create: withRole(...EDITORS)
    .input(createInput)
    .output(created)
    .mutation(({ ctx, input }) =>
      ctx.inProject((trx) => createWorkflow(trx, { ...input, ...ctx.scope })),
    ),

  get: withRole(...READERS)
    .input(getInput)
    .output(workflowDetail)
    .query(({ ctx, input }) =>
      ctx.inProject((trx) => getWorkflow(trx, { ...input, ...ctx.scope })),
    ),

  rename: withRole(...EDITORS)
    .input(renameInput)
    .output(changed)
    .mutation(({ ctx, input }) =>
      ctx.inProject((trx) => renameWorkflow(trx, { ...input, ...ctx.scope })),
    ),

  archive: withRole(...EDITORS)
    .input(archiveInput)
    .output(changed)
    .mutation(({ ctx, input }) =>
      ctx.inProject((trx) => archiveWorkflow(trx, { ...input, ...ctx.scope })),
    ),

  import: withRole(...EDITORS)
    .input(importInput)
    .output(importOutput)
    .mutation(({ ctx, input }) =>
      ctx.inProject((trx) => importFile(trx, { ...input, ...ctx.scope })),
    ),

  export: withRole(...READERS)
    .input(exportInput)
    .output(exportOutput)
    .query(({ ctx, input }) =>
      ctx.inProject((trx) => exportWorkflow(trx, { ...input, ...ctx.scope })),
    ),
});
