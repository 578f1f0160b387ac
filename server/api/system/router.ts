import { z } from 'zod';
import { publicProcedure } from '../access/public-procedure';
import { createRouter } from '../trpc';
import { health } from '../../auth/health';
import { healthOutput } from './schemas';

export const systemRouter = createRouter({
  health: publicProcedure
    .input(z.unknown())
    .output(healthOutput)
    .query(({ ctx }) => health(ctx.db)),
});
