import { READERS } from '../../auth/role';
import { getVersion } from '../../store/get-version';
import { listDescendants } from '../../store/list-descendants';
import { resolveChains } from '../../store/resolve-chains';
import { withRole } from '../access/with-role';
import { createRouter } from '../trpc';
import {
  chainInput,
  chainOutput,
  descendantsInput,
  descendantsOutput,
  getInput,
  getOutput,
} from './schemas';

export const versionRouter = createRouter({
  get: withRole(...READERS)
    .input(getInput)
    .output(getOutput)
    .query(({ ctx, input }) => ctx.inProject((trx) => getVersion(trx, { ...input, ...ctx.scope }))),

  chains: withRole(...READERS)
    .input(chainInput)
    .output(chainOutput)
    .query(({ ctx, input }) =>
      ctx.inProject((trx) => resolveChains(trx, { ...input, ...ctx.scope })),
    ),

  descendants: withRole(...READERS)
    .input(descendantsInput)
    .output(descendantsOutput)
    .query(({ ctx, input }) =>
      ctx.inProject((trx) => listDescendants(trx, { ...input, ...ctx.scope })),
    ),
});
