import { NotFoundError } from '@core/errors';
import { assertOwnOrigin } from './assert-own-origin';
import { auth } from './auth';
import { throttle } from './throttle';

const SIGN_INS_PER_MINUTE = 10;
/** What of better-auth is in use; the rest of it is not there. */
const endpoints = ['/sign-in/email', '/sign-out', '/get-session', '/change-password', '/ok'];

/** better-auth's endpoints, behind our own origin check and a limit on guesses at one account. */
export async function handleAuthRequest(request: Request, body?: Uint8Array): Promise<Response> {
  const endpoint = new URL(request.url).pathname.replace(/^\/api\/auth/, '');
  if (!endpoints.includes(endpoint)) throw new NotFoundError('That address');
  if (request.method === 'GET') return auth().handler(request);
  assertOwnOrigin(request.headers);
  const text = new TextDecoder().decode(body);
  if (endpoint === '/sign-in/email') {
    throttle(`sign-in:${emailOf(text)}`, SIGN_INS_PER_MINUTE);
  }
  const { url, method, headers } = request;
  return auth().handler(new Request(url, { method, headers, ...(text !== '' && { body: text }) }));
}

function emailOf(text: string): string {
  try {
    const body: unknown = JSON.parse(text);
    const email: unknown = typeof body === 'object' && body !== null && Reflect.get(body, 'email');
    return typeof email === 'string' ? email.trim().toLowerCase().slice(0, 300) : '';
  } catch {
    return '';
  }
}
