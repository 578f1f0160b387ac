import { EDITORS, READERS } from '../../auth/role';
import { commitMerge } from '../../store/merge/commit-merge';
import { previewMerge } from '../../store/merge/preview-merge';
import { withRole } from '../access/with-role';
import { refOf } from '../shared/ref-of';
import { movedBranch } from '../shared/schemas';
import { createRouter } from '../trpc';
import { choicesOf } from './choices-of';
import { commitInput, previewInput, previewOutput } from './schemas';

export const mergeRouter = createRouter({
  preview: withRole(...READERS)
    .input(previewInput)
    .output(previewOutput)
    .query(({ ctx, input }) =>
      ctx.inProject((trx) =>
        previewMerge(trx, {
          ...ctx.scope,
          ref: refOf(input),
          from: 'fromTagId' in input ? input : { fromVersionId: input.fromVersionId },
          resolutions: choicesOf(input.resolutions),
        }),
      ),
    ),

  commit: withRole(...EDITORS)
    .input(commitInput)
    .output(movedBranch)
    .mutation(({ ctx, input }) =>
      ctx.inProject((trx) =>
        commitMerge(trx, {
          ...input,
          ...ctx.scope,
          ref: refOf(input),
          resolutions: choicesOf(input.resolutions),
        }),
      ),
    ),
});
