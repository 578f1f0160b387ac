import type { Json } from '../../json/json';

export interface IdSource<T> {
  /** Whether it came with the file. */
  readonly isOld: (item: T) => boolean;
  /** The id it came with or would have; undefined when it has and needs none. */
  readonly idOf: (item: T) => Json | undefined;
}

/**
 * The ids in one list of a file. What came with the file keeps its id, also a double; what is new gets
 * one that is free: a copy made here carries the id of its original.
 */
export function idsInFile<T extends { readonly id: string }>(
  items: readonly T[],
  { isOld, idOf }: IdSource<T>,
): ReadonlyMap<T, Json | undefined> {
  const ids = new Map(items.filter(isOld).map((item) => [item, idOf(item)]));
  const taken = new Set([...ids.values()].map(textOf));
  for (const item of items) {
    if (ids.has(item)) continue;
    const id = firstFree(idOf(item), item.id, taken);
    ids.set(item, id);
    taken.add(textOf(id));
  }
  return ids;
}

/** The first of `wanted`, `own`, `own_2`, … that nobody has. */
function firstFree(
  wanted: Json | undefined,
  own: string,
  taken: ReadonlySet<string | undefined>,
): Json | undefined {
  if (wanted === undefined || !taken.has(textOf(wanted))) return wanted;
  let id = own;
  for (let i = 2; taken.has(textOf(id)); i += 1) id = `${own}_${i}`;
  return id;
}

function textOf(id: Json | undefined): string | undefined {
  return id === undefined ? undefined : JSON.stringify(id);
}
