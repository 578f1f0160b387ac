import { assertOwnOrigin } from '../../auth/assert-own-origin';
import { readBearer } from '../../auth/read-bearer';
import { ForeignOriginError } from '../../auth/errors';
import { InvalidInputError } from '../errors/http-errors';
import { assertJson } from './assert-json';
import { readBody } from './read-body';

const MEGABYTE = 1024 * 1024;
const BODY_LIMIT = 2 * MEGABYTE;
const IMPORT_LIMIT = 20 * MEGABYTE;
export const MAX_BATCH = 10;

/**
 * [A4] [P2] Lets a request through to tRPC, its body read within its cap. A cookie speaks only for
 * pages of ours; a bearer token needs no origin. Throws what stands in the way.
 */
export async function guardTrpcRequest(request: Request): Promise<Request> {
  const procedures = proceduresOf(request.url);
  if (procedures.length > MAX_BATCH) {
    throw new InvalidInputError(`A batch has at most ${String(MAX_BATCH)} calls.`);
  }
  const { headers, method } = request;
  if (headers.has('cookie') && readBearer(headers) === undefined) assertOwnPage(request);
  if (method !== 'POST') return request;
  assertJson(headers);
  const limit = procedures.every((name) => name === 'workflow.import') ? IMPORT_LIMIT : BODY_LIMIT;
  if (isAnnouncedWithin(headers, limit)) return request;
  const read = await readBody(request, limit);
  const body = read.byteLength > 0 ? read : '{}';
  return new Request(request.url, { method, headers, body, signal: request.signal });
}

/** The HTTP parser reads just as much as was announced, so there is nothing to count. */
function isAnnouncedWithin(headers: Headers, limit: number): boolean {
  const announced = Number(headers.get('content-length') ?? Number.NaN);
  return announced > 0 && announced <= limit && !headers.has('transfer-encoding');
}

function assertOwnPage({ method, headers }: Request): void {
  if (method === 'POST') {
    assertOwnOrigin(headers);
  } else if (['cross-site', 'same-site'].includes(headers.get('sec-fetch-site') ?? '')) {
    throw new ForeignOriginError();
  }
}

function proceduresOf(url: string): string[] {
  const { pathname } = new URL(url);
  const name = pathname.slice(pathname.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name).split(',');
  } catch {
    throw new InvalidInputError('The address names no procedure.');
  }
}
