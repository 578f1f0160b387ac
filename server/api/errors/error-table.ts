import type { TRPC_ERROR_CODE_KEY } from '@trpc/server';
import type * as authErrors from '../../auth/errors';
import type * as coreErrors from '@core/errors';
import type * as httpErrors from './http-errors';

type CodesOf<Module> = {
  [Name in keyof Module]: Name extends 'DomainError'
    ? never
    : Module[Name] extends { prototype: { code: infer Code extends string } }
      ? Code
      : never;
}[keyof Module];

/** Codes of every domain error there is; a new error class without a row does not compile. */
export type DomainCode =
  CodesOf<typeof coreErrors> | CodesOf<typeof authErrors> | CodesOf<typeof httpErrors>;

interface Row {
  trpc: TRPC_ERROR_CODE_KEY;
  http: number;
}

const badRequest: Row = { trpc: 'BAD_REQUEST', http: 400 };
const unauthorized: Row = { trpc: 'UNAUTHORIZED', http: 401 };
const forbidden: Row = { trpc: 'FORBIDDEN', http: 403 };
const notFound: Row = { trpc: 'NOT_FOUND', http: 404 };
const conflict: Row = { trpc: 'CONFLICT', http: 409 };
const tooLarge: Row = { trpc: 'PAYLOAD_TOO_LARGE', http: 413 };
const mediaType: Row = { trpc: 'UNSUPPORTED_MEDIA_TYPE', http: 415 };
const tooMany: Row = { trpc: 'TOO_MANY_REQUESTS', http: 429 };
const unprocessable: Row = { trpc: 'UNPROCESSABLE_CONTENT', http: 422 };
const failed: Row = { trpc: 'INTERNAL_SERVER_ERROR', http: 500 };
const unavailable: Row = { trpc: 'SERVICE_UNAVAILABLE', http: 503 };

/** The one table from a domain error's code to tRPC's code and the HTTP status. */
export const errorTable: Readonly<Record<DomainCode, Row>> = {
  invalid_input: badRequest,
  invalid_patch: badRequest,
  invalid_json: badRequest,
  invalid_cursor: badRequest,
  limit_exceeded: tooLarge,
  unsupported_media_type: mediaType,
  patch_failed: unprocessable,
  id_taken: conflict,
  invalid_document: unprocessable,
  cycle: unprocessable,
  import_refused: unprocessable,
  run_refused: unprocessable,
  parent_not_on_tag: unprocessable,
  name_taken: conflict,
  conflict,
  op_id_reused: conflict,
  undo_refused: conflict,
  merge_refused: conflict,
  sign_in_needed: unauthorized,
  setup_refused: forbidden,
  too_many_attempts: tooMany,
  foreign_origin: forbidden,
  forbidden,
  not_found: notFound,
  corruption: failed,
  unavailable,
};
