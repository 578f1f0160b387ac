import { createHmac, timingSafeEqual } from 'node:crypto';
import { authSecret, env } from '../config/env';
import { SESSION_LIFETIME_SECONDS } from './session-lifetime';

/** Whether browsers reach the app over https. */
export function servedOverHttps(): boolean {
  return env().url.startsWith('https://');
}

/** Name of the session cookie: over https its prefix binds it to this very host. */
export function sessionCookieName(): string {
  return servedOverHttps() ? '__Host-stemma.session' : 'stemma.session';
}

/** The session token in a cookie header, when its signature is ours. */
export function readSessionToken(headers: Headers): string | undefined {
  const name = `${sessionCookieName()}=`;
  const pair = headers
    .get('cookie')
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(name));
  if (pair === undefined) return undefined;
  const value = decode(pair.slice(name.length));
  const dot = value.lastIndexOf('.');
  const token = value.slice(0, dot);
  return dot > 0 && sameText(value.slice(dot + 1), sign(token)) ? token : undefined;
}

/** `Set-Cookie` for a new session, as better-auth would write it. */
export function sessionCookie(token: string): string {
  const value = encodeURIComponent(`${token}.${sign(token)}`);
  const parts = [
    `${sessionCookieName()}=${value}`,
    `Max-Age=${String(SESSION_LIFETIME_SECONDS)}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
  ];
  return [...parts, ...(servedOverHttps() ? ['Secure'] : [])].join('; ');
}

function sign(token: string): string {
  return createHmac('sha256', authSecret()).update(token).digest('base64');
}

function sameText(left: string, right: string): boolean {
  const a = Buffer.from(left);
  const b = Buffer.from(right);
  return a.length === b.length && timingSafeEqual(a, b);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
