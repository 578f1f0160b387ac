import { initTRPC } from '@trpc/server';
import type { Role } from '../auth/role';
import { assertPlainText } from './access/assert-plain-text';
import type { Context } from './context';
import { toTrpcError, toWireError } from './errors/wire-error';

/** [A3] Who may call a procedure. There is no default. */
export type Access = 'public' | 'signed-in' | readonly Role[];

export interface Meta {
  access: Access;
}

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({ isDev: false, errorFormatter: ({ error, path }) => toWireError(error, path) });

export const createRouter = t.router;

/** Every failure leaves with its own code and words; a defect leaves with neither. */
const withWireErrors = t.middleware(async ({ next, path }) => {
  const result = await next();
  if (!result.ok) throw toTrpcError(result.error, path);
  return result;
});

/** What is named in an input is text that can be stored. */
const withPlainText = t.middleware(async ({ next, getRawInput }) => {
  assertPlainText(await getRawInput());
  return next();
});

/** Where every procedure begins; there is no other way to get one, hence none without access. */
export function declared(access: Access) {
  return t.procedure.meta({ access }).use(withWireErrors).use(withPlainText);
}
