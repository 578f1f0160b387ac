import pino, { type Logger } from 'pino';
import { env } from './env';

export type { Logger } from 'pino';

const slot = Symbol.for('stemma.logger');
const holder = globalThis as { [slot]?: Logger };

/** Keys whose values never reach a log line, two levels deep. */
const secrets = [
  'password',
  'token',
  'code',
  'secret',
  'authorization',
  'cookie',
  'connectionString',
];

/** The logger of this process: JSON lines on stderr, secrets cut out. */
export function logger(): Logger {
  holder[slot] ??= pino(
    {
      level: env().logLevel,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: secrets.flatMap((key) => [key, `*.${key}`]), censor: '[hidden]' },
    },
    pino.destination({ fd: 2, sync: true }),
  );
  return holder[slot];
}
