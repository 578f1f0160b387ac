import { EDITORS } from '../../auth/role';
import { appendPatch } from '../../store/append-patch';
import { withRole } from '../access/with-role';
import { refOf } from '../shared/ref-of';
import { createRouter } from '../trpc';
import { appendInput, appendOutput } from './schemas';

export const patchRouter = createRouter({
  append: withRole(...EDITORS)
    .input(appendInput)
    .output(appendOutput)
    .mutation(({ ctx, input }) =>
      ctx.inProject((trx) => appendPatch(trx, { ...input, ...ctx.scope, ref: refOf(input) })),
    ),
});
