import type { TRPCError } from '@trpc/server';
import { ZodError } from 'zod';
import { DomainError, LimitExceededError, NotFoundError } from '@core/errors';
import { InvalidInputError, UnavailableError } from './http-errors';
import { invalidInput } from './invalid-input';

/** SQLSTATEs and driver codes of a database that is away, full, or asked to wait too long. */
const unavailableCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  '08000',
  '08003',
  '08006',
  '40001',
  '40P01',
  '53300',
  '55P03',
  '57014',
  '57P01',
  '57P02',
  '57P03',
]);

/** What the driver says, without a code, of a connection that it did not get or that died. */
const connectionWords =
  /timeout exceeded when trying to connect|Connection terminated|connection error and is not queryable/;

/** SQLSTATEs of text that the database cannot hold: U+0000. */
const unstorableCodes = new Set(['22021', '22P05']);

/** The expected failure behind a tRPC error; undefined for a defect. */
export function knownFailure(error: TRPCError): DomainError | undefined {
  const cause = error.cause;
  if (cause instanceof DomainError) return cause;
  if (cause !== undefined && isUnavailable(cause)) return new UnavailableError();
  if (cause !== undefined && unstorableCodes.has(codeOf(cause))) {
    return new InvalidInputError('The text has characters that cannot be stored.');
  }
  switch (error.code) {
    case 'BAD_REQUEST':
    case 'PARSE_ERROR':
      return cause instanceof ZodError ? invalidInput(cause) : new InvalidInputError(plain(error));
    case 'NOT_FOUND':
      return new NotFoundError('That procedure');
    case 'PAYLOAD_TOO_LARGE':
      return new LimitExceededError('The request', 0, 0);
    default:
      return undefined;
  }
}

/** tRPC's own words for a request it cannot read, when they are about the request alone. */
function plain(error: TRPCError): string {
  return /batch/i.test(error.message)
    ? 'A batch has at most 10 calls.'
    : 'The request is not readable as JSON for this procedure.';
}

function codeOf(cause: Error): string {
  const code: unknown = Reflect.get(cause, 'code');
  return typeof code === 'string' ? code : '';
}

function isUnavailable(cause: Error): boolean {
  if (unavailableCodes.has(codeOf(cause))) return true;
  return connectionWords.test(cause.message);
}
