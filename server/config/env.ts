import { z } from 'zod';

/** Port of the app when nothing else is said; the launcher uses the same. */
const DEFAULT_PORT = 3000;

const flag = z
  .string()
  .optional()
  .transform((value) => value === '1' || value === 'true');

const connection = z.string().min(1).optional();

const schema = z.object({
  NODE_ENV: z.string().default('development'),
  /** Connection as `stemma_app`: what web and worker processes use. */
  APP_DATABASE_URL: connection,
  /** Connection as the owner: migrations and the command line only. */
  DATABASE_URL: connection,
  PORT: z.coerce.number().int().min(1).max(65_535).default(DEFAULT_PORT),
  /** Where browsers find the app; same-host loopback on `PORT` when left out. */
  STEMMA_URL: z.url().optional(),
  /** Signs session cookies. */
  STEMMA_AUTH_SECRET: z.string().min(16).optional(),
  /** One-time code that creates the first account. */
  STEMMA_SETUP_CODE: z.string().min(6).optional(),
  STEMMA_DEMO: flag,
  STEMMA_DATA: z.string().default('.data'),
  STEMMA_LOG: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export interface Env {
  production: boolean;
  port: number;
  url: string;
  demo: boolean;
  dataDirectory: string;
  logLevel: string;
  setupCode: string | undefined;
}

/** Settings of this process. Read when called, never at import: the build evaluates modules. */
export function env(): Env {
  const values = read();
  return {
    production: values.NODE_ENV === 'production',
    port: values.PORT,
    url: (values.STEMMA_URL ?? `http://127.0.0.1:${String(values.PORT)}`).replace(/\/+$/, ''),
    demo: values.STEMMA_DEMO,
    dataDirectory: values.STEMMA_DATA,
    logLevel: values.STEMMA_LOG,
    setupCode: values.STEMMA_SETUP_CODE,
  };
}

/** Connection string as `stemma_app`. */
export function appDatabaseUrl(): string {
  return need('APP_DATABASE_URL', read().APP_DATABASE_URL);
}

/** Connection string as the owner of the schema; only migrations and the command line ask. */
export function ownerDatabaseUrl(): string {
  return need('DATABASE_URL', read().DATABASE_URL);
}

/** Key that signs session cookies. */
export function authSecret(): string {
  return need('STEMMA_AUTH_SECRET', read().STEMMA_AUTH_SECRET);
}

function read(): z.infer<typeof schema> {
  // `NAME=` in a shell or a compose file says “not set”.
  const given = Object.entries(process.env).filter(([, value]) => value !== '');
  const parsed = schema.safeParse(Object.fromEntries(given));
  if (parsed.success) return parsed.data;
  const words = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The environment is not usable. ${words.join(' ')}`);
}

function need(name: string, value: string | undefined): string {
  if (value === undefined) throw new Error(`${name} is not set; start the app with "npm start".`);
  return value;
}
