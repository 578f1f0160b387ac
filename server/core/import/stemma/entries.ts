import { ImportError } from '../../errors';
import { isEntryId } from '../../ids';
import type { Json, JsonObject } from '../../json/json';
import { isJsonObject } from '../../json/json';
import type { RandomBytes } from '../id-maker';
import { IdMaker } from '../id-maker';
import { matchInPasses } from '../matching';
import { objectOf } from '../objects';

/** One entry of a file, with the id it has there and the id it gets here. */
export interface SourceEntry {
  readonly foreignId: string | undefined;
  readonly id: string;
  readonly value: JsonObject;
}

export interface IdSource {
  readonly random: RandomBytes;
  /** The collection in an earlier version. */
  readonly earlier: Readonly<Record<string, object>>;
  /** What tells apart entries that have no id, in the file and in the earlier version. */
  readonly wordsInFile: (entry: JsonObject) => string;
  readonly words: (entry: JsonObject) => string;
}

/**
 * A collection as a list, whether the file has it as a map or as a list with ids [D1]. Ids that fit
 * our pattern stay; what has another id, or none, gets the one it had in the earlier version, or else
 * a new one [D6].
 */
export function readEntries(
  collection: string,
  value: Json | undefined,
  ids: IdSource,
): readonly SourceEntry[] {
  const entries = listOf(collection, value);
  const own = ownIds(entries);
  const maker = new IdMaker(ids.random, [...Object.keys(ids.earlier), ...own.values()]);
  const others = entries.filter((entry) => !own.has(entry));
  const known = idsOfBefore(others, new Set(own.values()), ids);
  return entries.map((entry) => {
    const id = own.get(entry) ?? known.get(entry) ?? maker.make(nameOf(entry));
    return { ...entry, id };
  });
}

type Listed = Omit<SourceEntry, 'id'>;

/** Of entries with one id the first keeps it. */
function ownIds(entries: readonly Listed[]): Map<Listed, string> {
  const taken = new Set<string>();
  const ids = new Map<Listed, string>();
  for (const entry of entries) {
    const { foreignId: id } = entry;
    if (id === undefined || !isEntryId(id) || taken.has(id)) continue;
    taken.add(id);
    ids.set(entry, id);
  }
  return ids;
}

function idsOfBefore(
  entries: readonly Listed[],
  taken: ReadonlySet<string>,
  { earlier, words, wordsInFile }: IdSource,
): ReadonlyMap<Listed, string | undefined> {
  const before = Object.entries(earlier) as [string, JsonObject][];
  const free = before.filter(([id]) => !taken.has(id));
  const matches = matchInPasses(entries, free, [
    { of: ({ foreignId }) => foreignId, among: ([, entry]) => [foreignIdOf(entry)] },
    {
      of: ({ foreignId, value }) => (foreignId === undefined ? wordsInFile(value) : undefined),
      among: ([, entry]) => [words(entry)],
    },
  ]);
  return new Map(entries.map((entry, i) => [entry, matches[i]?.[0]]));
}

/** The id it had in the file it came from. */
function foreignIdOf({ ext }: JsonObject): string | undefined {
  const { id } = objectOf(objectOf(ext).flow);
  return typeof id === 'string' ? id : undefined;
}

function listOf(collection: string, value: Json | undefined): readonly Listed[] {
  if (value === undefined) return [];
  if (isJsonObject(value)) {
    return Object.entries(value).map(([id, entry]) => ({
      foreignId: id,
      value: objectIn(collection, entry),
    }));
  }
  if (!Array.isArray(value)) {
    throw new ImportError(`“${collection}” is neither a map nor a list.`, { collection });
  }
  return value.map((item: Json) => {
    const { id, ...entry } = objectIn(collection, item);
    const hasId = typeof id === 'string' || typeof id === 'number';
    return { foreignId: hasId ? String(id) : undefined, value: entry };
  });
}

function objectIn(collection: string, entry: Json): JsonObject {
  if (isJsonObject(entry)) return entry;
  throw new ImportError(`An entry of “${collection}” is no JSON object.`, { collection });
}

function nameOf({ foreignId, value: { name, type } }: Listed): string {
  const words = [name, foreignId, type].find((word) => typeof word === 'string' && word !== '');
  return typeof words === 'string' ? words : '';
}
