import { ImportError } from '../../errors';
import { isEntryId } from '../../ids';
import type { Json, JsonObject } from '../../json/json';
import { isJsonObject } from '../../json/json';
import type { RandomBytes } from '../id-maker';
import { IdMaker } from '../id-maker';

/** One entry of a file, with the id it has there and the id it gets here. */
export interface SourceEntry {
  readonly foreignId: string | undefined;
  readonly id: string;
  readonly value: JsonObject;
}

export interface IdSource {
  readonly random: RandomBytes;
  /** Our ids by foreign ids, from an earlier import. */
  readonly earlier: ReadonlyMap<string, string>;
}

/**
 * A collection as a list, whether the file has it as a map or as a list with ids [D1]. Ids that fit
 * our pattern stay, ids seen in an earlier import get the same again, all others new ones [D6].
 */
export function readEntries(
  collection: string,
  value: Json | undefined,
  ids: IdSource,
): readonly SourceEntry[] {
  const entries = listOf(collection, value);
  const maker = new IdMaker(ids.random);
  const kept = entries.map(({ foreignId }) => {
    const id = foreignId === undefined ? undefined : (ids.earlier.get(foreignId) ?? foreignId);
    return id !== undefined && isEntryId(id) && maker.take(id) ? id : undefined;
  });
  return entries.map((entry, i) => ({ ...entry, id: kept[i] ?? maker.make(nameOf(entry)) }));
}

type Listed = Omit<SourceEntry, 'id'>;

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

function nameOf({ foreignId, value }: Listed): string {
  const { name, data, type } = value;
  const label = isJsonObject(data) ? (data.label ?? data.name) : undefined;
  const words = [name, label, foreignId, type].find(
    (word) => typeof word === 'string' && word !== '',
  );
  return typeof words === 'string' ? words : '';
}
