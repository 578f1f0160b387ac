import { EDITORS } from '../../auth/role';
import { appendPatch } from '../../store/append-patch';
import { cherryPick, revert } from '../../store/apply-elsewhere';
import { withRole } from '../access/with-role';
import { refOf } from '../shared/ref-of';
import { createRouter } from '../trpc';
import { appendInput, appendOutput, elsewhereInput, elsewhereOutput } from './schemas';

export const patchRouter = createRouter({
  append: withRole(...EDITORS)
    .input(appendInput)
    .output(appendOutput)
    .mutation(({ ctx, input }) =>
      ctx.inProject((trx) => appendPatch(trx, { ...input, ...ctx.scope, ref: refOf(input) })),
    ),

  revert: withRole(...EDITORS)
    .input(elsewhereInput)
    .output(elsewhereOutput)
    .mutation(({ ctx, input }) =>
      ctx.inProject((trx) => revert(trx, { ...input, ...ctx.scope, ref: refOf(input) })),
    ),

  cherryPick: withRole(...EDITORS)
    .input(elsewhereInput)
    .output(elsewhereOutput)
    .mutation(({ ctx, input }) =>
      ctx.inProject((trx) => cherryPick(trx, { ...input, ...ctx.scope, ref: refOf(input) })),
    ),
});
