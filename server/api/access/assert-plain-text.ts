import { InvalidInputError } from '../errors/http-errors';

const NOT_PLAIN = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/**
 * Names, messages and the like are text that a database can hold. Documents, ops and sources are
 * values, which the core judges with a path.
 */
export function assertPlainText(input: unknown): void {
  if (typeof input !== 'object' || input === null) return;
  for (const [name, value] of Object.entries(input)) {
    if (typeof value === 'string' && NOT_PLAIN.test(value)) {
      throw new InvalidInputError(`${name}: The text has characters that cannot be stored.`);
    }
  }
}
