import { READERS } from '../../auth/role';
import { compareVersions } from '../../store/compare-versions';
import { getVersion } from '../../store/get-version';
import { blame } from '../../store/lineage/blame';
import { listHistory } from '../../store/lineage/list-history';
import { listDescendants } from '../../store/list-descendants';
import { resolveChains } from '../../store/resolve-chains';
import { withRole } from '../access/with-role';
import { createRouter } from '../trpc';
import {
  blameInput,
  blameOutput,
  chainInput,
  chainOutput,
  compareInput,
  compareOutput,
  descendantsInput,
  descendantsOutput,
  getInput,
  getOutput,
  historyInput,
  historyOutput,
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

  history: withRole(...READERS)
    .input(historyInput)
    .output(historyOutput)
    .query(({ ctx, input }) =>
      ctx.inProject((trx) => listHistory(trx, { ...input, ...ctx.scope, ref: input })),
    ),

  blame: withRole(...READERS)
    .input(blameInput)
    .output(blameOutput)
    .query(({ ctx, input }) =>
      ctx.inProject((trx) => blame(trx, { ...input, ...ctx.scope, ref: input })),
    ),

  compare: withRole(...READERS)
    .input(compareInput)
    .output(compareOutput)
    .query(({ ctx, input }) =>
      ctx.inProject((trx) => compareVersions(trx, { ...input, ...ctx.scope })),
    ),
});
