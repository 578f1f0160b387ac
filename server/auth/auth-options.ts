import type { BetterAuthOptions } from 'better-auth';
import type pg from 'pg';
import { authSecret, env } from '../config/env';
import { newId } from '../db/uuid';
import { SESSION_LIFETIME_SECONDS } from './session-lifetime';
import { servedOverHttps, sessionCookieName } from './session-cookie';
import { trustedOrigins } from './trusted-origins';

/**
 * better-auth with email and password and nothing else: no plugins, no cached sessions, no open
 * sign-up. Accounts are made by setup and by the command line.
 */
export function authOptions(pool: pg.Pool) {
  return {
    appName: 'Stemma',
    baseURL: env().url,
    basePath: '/api/auth',
    secret: authSecret(),
    database: pool,
    trustedOrigins: trustedOrigins(),
    telemetry: { enabled: false },
    logger: { level: 'error' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 10,
      maxPasswordLength: 200,
      autoSignIn: true,
    },
    session: {
      expiresIn: SESSION_LIFETIME_SECONDS,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 120,
      customRules: { '/sign-in/email': { window: 60, max: 20 } },
    },
    advanced: {
      useSecureCookies: false,
      cookies: {
        session_token: { name: sessionCookieName(), attributes: { secure: servedOverHttps() } },
      },
      database: { generateId: () => newId() },
    },
  } satisfies BetterAuthOptions;
}
