import { handleAuthRequest } from '../../auth/handle-auth-request';
import { assertJson } from './assert-json';
import { errorResponse } from './error-response';
import { readBody } from './read-body';

const LIMIT = 64 * 1024;

/** Signing in and out. */
export async function handleAuth(request: Request): Promise<Response> {
  try {
    if (request.method === 'GET') return await handleAuthRequest(request);
    assertJson(request.headers);
    return await handleAuthRequest(request, await readBody(request, LIMIT));
  } catch (error) {
    return errorResponse(error);
  }
}
