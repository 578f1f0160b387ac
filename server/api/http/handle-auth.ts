import { handleAuthRequest } from '../../auth/handle-auth-request';
import { assertJson } from './assert-json';
import { errorResponse } from './error-response';
import { readBody } from './read-body';

const LIMIT = 64 * 1024;

/** Signing in and out. */
export async function handleAuth(request: Request): Promise<Response> {
  try {
    if (request.method === 'GET') return await handleAuthRequest(request);
    const body = await readBody(request, LIMIT);
    if (body.byteLength > 0) assertJson(request.headers);
    return await handleAuthRequest(request, body);
  } catch (error) {
    return errorResponse(error);
  }
}
