import type { RetryPolicy } from '../../dag/document';
import type { Json, JsonObject } from '../../json/json';
import { omit } from '../objects';

const KEYS = ['retryOnFail', 'maxTries', 'waitBetweenTries', 'continueOnFail', 'onError'];
const CONTINUE = 'continueRegularOutput';

/** n8n's retry fields in our words, with n8n's defaults of three tries and one second. */
export function readRetry(foreign: JsonObject): RetryPolicy | undefined {
  const retry: { maxAttempts?: number; backoffMs?: number; continueOnError?: boolean } = {};
  if (foreign.retryOnFail === true) {
    retry.maxAttempts = wholeWithin(foreign.maxTries, { min: 1, max: 100 }) ?? 3;
    retry.backoffMs = wholeWithin(foreign.waitBetweenTries, { min: 0, max: 86_400_000 }) ?? 1000;
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

function wholeWithin(
  value: Json | undefined,
  range: { min: number; max: number },
): number | undefined {
  const fits = typeof value === 'number' && Number.isInteger(value);
  return fits && value >= range.min && value <= range.max ? value : undefined;
}
