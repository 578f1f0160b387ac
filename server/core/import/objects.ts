import type { Json, JsonObject } from '../json/json';
import { isJsonObject } from '../json/json';

/** `value` as an object, or an empty one. */
export function objectOf(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

/** `source` without some keys. */
export function omit(source: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(source).filter(([key]) => !keys.includes(key)));
}
