import { ADMINS, READERS } from '../../auth/role';
import { compact } from '../../store/compact';
import { listCandidates } from '../../store/list-candidates';
import { listCompactions } from '../../store/list-compactions';
import { withRole } from '../access/with-role';
import { createRouter } from '../trpc';
import {
  candidatesInput,
  candidatesOutput,
  compactInput,
  compactOutput,
  listInput,
  listOutput,
} from './schemas';

export const compactionRouter = createRouter({
  candidates: withRole(...ADMINS)
    .input(candidatesInput)
    .output(candidatesOutput)
    .query(({ ctx, input }) =>
      ctx.inProject((trx) => listCandidates(trx, { ...input, ...ctx.scope })),
    ),

  compact: withRole(...ADMINS)
    .input(compactInput)
    .output(compactOutput)
    .mutation(({ ctx, input }) => ctx.inProject((trx) => compact(trx, { ...input, ...ctx.scope }))),

  list: withRole(...READERS)
    .input(listInput)
    .output(listOutput)
    .query(({ ctx, input }) =>
      ctx.inProject((trx) => listCompactions(trx, { ...input, ...ctx.scope })),
    ),
});
