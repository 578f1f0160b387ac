import { z } from 'zod';
import { health } from '../../auth/health';
import { ADMINS } from '../../auth/role';
import { cacheHitRate, depthDistribution, storageByKind, tagChurn } from '../../store/figures';
import { integrity } from '../../store/scrub/integrity';
import { publicProcedure } from '../access/public-procedure';
import { withRole } from '../access/with-role';
import { createRouter } from '../trpc';
import {
  cacheOutput,
  churnInput,
  churnOutput,
  depthOutput,
  healthOutput,
  integrityOutput,
  scopeInput,
  storageOutput,
} from './schemas';

export const systemRouter = createRouter({
  health: publicProcedure
    .input(z.unknown())
    .output(healthOutput)
    .query(({ ctx }) => health(ctx.db)),

  depth: withRole(...ADMINS)
    .input(scopeInput)
    .output(depthOutput)
    .query(({ ctx }) => ctx.inProject((trx) => depthDistribution(trx, ctx.scope))),

  cache: withRole(...ADMINS)
    .input(scopeInput)
    .output(cacheOutput)
    .query(({ ctx }) => ctx.inProject((trx) => cacheHitRate(trx, ctx.scope))),

  storage: withRole(...ADMINS)
    .input(scopeInput)
    .output(storageOutput)
    .query(({ ctx }) => ctx.inProject((trx) => storageByKind(trx, ctx.scope))),

  churn: withRole(...ADMINS)
    .input(churnInput)
    .output(churnOutput)
    .query(({ ctx, input }) => ctx.inProject((trx) => tagChurn(trx, { ...input, ...ctx.scope }))),

  integrity: withRole(...ADMINS)
    .input(scopeInput)
    .output(integrityOutput)
    .query(({ ctx }) => ctx.inProject((trx) => integrity(trx, ctx.scope))),
});
