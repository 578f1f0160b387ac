import type { Json, JsonObject } from '../../json/json';
import { isJsonObject } from '../../json/json';

export interface VersionContext {
  readonly timezone: string;
  readonly typeVersion: number;
}

/** One foreign type and ours, both ways. Undefined means: cannot be said, keep it as it is. */
export interface Translation {
  readonly foreign: string;
  readonly own: string;
  /** The version that `write` writes for. */
  readonly typeVersion: number;
  readonly read: (parameters: JsonObject, context: VersionContext) => JsonObject | undefined;
  readonly write: (config: JsonObject, context: VersionContext) => JsonObject | undefined;
}

/** Whether the parameters hold nothing but `keys`; empty objects say nothing. */
export function holdsOnly(parameters: JsonObject, keys: readonly string[]): boolean {
  return Object.entries(parameters).every(
    ([key, value]) => keys.includes(key) || isEmptyObject(value),
  );
}

function isEmptyObject(value: Json): boolean {
  return isJsonObject(value) && Object.keys(value).length === 0;
}
