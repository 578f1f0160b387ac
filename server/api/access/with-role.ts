import type { Transaction } from 'kysely';
import { SignInNeededError } from '../../auth/errors';
import { inProjectAs } from '../../auth/in-project-as';
import type { Role } from '../../auth/role';
import type { DB } from '../../db/schema/db';
import { declared } from '../trpc';
import { chosenProject } from './chosen-project';

/**
 * For members of the project named in the input (or by the token) who have one of these roles.
 * `ctx.inProject(body)` runs the body in one transaction that begins with the membership check, so
 * the role is the one of this very moment; `ctx.scope` is whose and where, for the body's args.
 */
export function withRole(...roles: [Role, ...Role[]]) {
  return declared(roles).use(async ({ ctx, getRawInput, next }) => {
    const principal = await ctx.principal();
    if (!principal) throw new SignInNeededError();
    const projectId = chosenProject(principal, await getRawInput());
    const scope = { projectId, userId: principal.userId };
    return next({
      ctx: {
        scope,
        inProject: <T>(body: (trx: Transaction<DB>, role: Role) => Promise<T>): Promise<T> =>
          inProjectAs(ctx.db, { ...scope, principal, roles }, body),
      },
    });
  });
}
