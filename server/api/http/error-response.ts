import { TRPCError } from '@trpc/server';
import { toWireError } from '../errors/wire-error';

/** The answer for what was thrown outside a procedure, in the form procedures use. */
export function errorResponse(thrown: unknown): Response {
  const error =
    thrown instanceof TRPCError
      ? thrown
      : new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause: thrown });
  const wire = toWireError(error);
  return Response.json(
    { error: wire },
    { status: wire.data.httpStatus, headers: { 'cache-control': 'no-store' } },
  );
}
