import { isJsonObject, type Json } from '@core/json/json';

/**
 * `next`, made of the objects of `previous` wherever they are equal, so that who compares by
 * identity sees only what changed.
 */
export function shareStructure<T>(previous: T, next: T): T {
  return share(previous as Json, next as Json) as T;
}

function share(previous: Json | undefined, next: Json): Json {
  if (previous === next || previous === undefined) return next;
  if (Array.isArray(previous) && Array.isArray(next)) return shareList(previous, next);
  if (!isJsonObject(previous) || !isJsonObject(next)) return next;
  const keys = Object.keys(next);
  let same = keys.length === Object.keys(previous).length;
  const shared: Record<string, Json> = {};
  for (const key of keys) {
    const before = Object.hasOwn(previous, key) ? previous[key] : undefined;
    const value = share(before, next[key] as Json);
    shared[key] = value;
    if (value !== before) same = false;
  }
  return same ? previous : shared;
}

function shareList(previous: readonly Json[], next: readonly Json[]): readonly Json[] {
  const shared = next.map((item, index) => share(previous[index], item));
  const same =
    previous.length === next.length && shared.every((item, index) => item === previous[index]);
  return same ? previous : shared;
}
