import type { RetryPolicy } from '../../dag/document';
import type { Json, JsonObject } from '../../json/json';
import { omit } from './foreign';

const KEYS = ['retryOnFail', 'maxTries', 'waitBetweenTries', 'continueOnFail', 'onError'];
const CONTINUE = 'continueRegularOutput';

/** n8n's retry fields in our words, with n8n's defaults of three tries and one second. */
export function readRetry(foreign: JsonObject): RetryPolicy | undefined {
  const retry: { maxAttempts?: number; backoffMs?: number; continueOnError?: boolean } = {};
  if (foreign.retryOnFail === true) {
    retry.maxAttempts = typeof foreign.maxTries === 'number' ? foreign.maxTries : 3;
    retry.backoffMs =
      typeof foreign.waitBetweenTries === 'number' ? foreign.waitBetweenTries : 1000;
  }
  if (foreign.continueOnFail === true || foreign.onError === CONTINUE) retry.continueOnError = true;
  return Object.keys(retry).length === 0 ? undefined : retry;
}

/** The foreign node with the retry fields that say what `retry` says. */
export function writeRetry(foreign: JsonObject, retry: RetryPolicy | undefined): JsonObject {
  const fields: Record<string, Json> = {};
  if (retry?.maxAttempts !== undefined) {
    fields.retryOnFail = true;
    fields.maxTries = retry.maxAttempts;
    fields.waitBetweenTries = retry.backoffMs ?? 1000;
  }
  if (retry?.continueOnError === true) fields.onError = CONTINUE;
  return { ...omit(foreign, KEYS), ...fields };
}
