import { SignInNeededError } from '../../auth/errors';
import { declared } from '../trpc';

/** For people and tokens, before any project is chosen. */
export const signedIn = declared('signed-in').use(async ({ ctx, next }) => {
  const principal = await ctx.principal();
  if (!principal) throw new SignInNeededError();
  return next({ ctx: { caller: principal } });
});
