import { randomUUID } from 'node:crypto';
import { TRPCError, type TRPC_ERROR_CODE_KEY } from '@trpc/server';
import { TRPC_ERROR_CODES_BY_KEY, type TRPC_ERROR_CODE_NUMBER } from '@trpc/server/rpc';
import type { DomainError } from '@core/errors';
import type { Json } from '@core/json/json';
import { logger } from '../../config/logger';
import { errorTable, type DomainCode } from './error-table';
import { knownFailure } from './known-failure';

/** Codes a client may meet: every domain error, and what only the wire can say. */
export type WireCode = DomainCode | 'method_not_allowed' | 'internal';

export interface WireError {
  message: string;
  code: TRPC_ERROR_CODE_NUMBER;
  data: {
    code: WireCode;
    trpcCode: TRPC_ERROR_CODE_KEY;
    httpStatus: number;
    path?: string | undefined;
    /** What a program needs to react; the error's `data`. */
    details: Readonly<Record<string, Json>>;
    /** Only for a defect of ours: names the line in the server's log. */
    correlationId?: string;
  };
}

const seen = new WeakMap<Error, WireError>();

/**
 * [S25] What leaves the server for an error: words, a stable code and data, never a stack or SQL.
 * A defect is logged once, with its stack, under the correlation id that the client sees.
 */
export function toWireError(error: TRPCError, path?: string): WireError {
  const known = seen.get(error);
  if (known) return known;
  const wire = describe(error, path);
  seen.set(error, wire);
  return wire;
}

function describe(error: TRPCError, path: string | undefined): WireError {
  const failure = knownFailure(error);
  if (failure) return fromDomain(failure, path);
  if (error.code === 'METHOD_NOT_SUPPORTED') {
    return wireOf({
      message: 'This procedure is called with another HTTP method.',
      code: 'method_not_allowed',
      trpcCode: error.code,
      httpStatus: 405,
      path,
      details: {},
    });
  }
  const correlationId = randomUUID();
  logger().error({ err: error.cause ?? error, correlationId, path }, 'A procedure failed');
  return wireOf({
    message: 'Something went wrong on our side.',
    code: 'internal',
    trpcCode: 'INTERNAL_SERVER_ERROR',
    httpStatus: 500,
    path,
    details: {},
    correlationId,
  });
}

/** The wire form of an expected failure. */
export function fromDomain(error: DomainError, path?: string): WireError {
  const code = error.code as DomainCode;
  const row = Object.hasOwn(errorTable, code) ? errorTable[code] : errorTable.conflict;
  return wireOf({
    message: error.message,
    code,
    trpcCode: row.trpc,
    httpStatus: row.http,
    path,
    details: error.data,
  });
}

function wireOf({ message, ...data }: WireError['data'] & { message: string }): WireError {
  return { message, code: TRPC_ERROR_CODES_BY_KEY[data.trpcCode], data };
}

/** Gives tRPC the code that belongs to an error, keeping the error as its cause. */
export function toTrpcError(error: TRPCError, path: string): TRPCError {
  const wire = toWireError(error, path);
  const mapped = new TRPCError({ code: wire.data.trpcCode, message: wire.message, cause: error });
  seen.set(mapped, wire);
  return mapped;
}
