import type { Json, JsonObject } from '../../json/json';
import { isJsonObject } from '../../json/json';
import { jsonEqual } from '../../json/equal';
import { omit } from '../objects';
import type { Kept } from './kept';

export interface ReadData {
  /** Undefined when the node has none, or something else than an object. */
  readonly data: JsonObject | undefined;
  readonly said: readonly string[];
  readonly form: JsonObject;
}

/** The `data` of a node, without the id where it is repeated there. */
export function readData({ id, data }: JsonObject): ReadData {
  if (data === undefined) return { data, said: [], form: { noData: true } };
  if (!isJsonObject(data)) return { data: undefined, said: [], form: {} };
  const repeats = id !== undefined && jsonEqual(data.id, id);
  if (!repeats) return { data, said: ['data'], form: {} };
  return { data: omit(data, ['id']), said: ['data'], form: { dataId: true } };
}

/** `data` again; none where there was none and nothing has come that belongs there. */
export function writeData(data: JsonObject, kept: Kept, id: Json | undefined): JsonObject {
  const { form, fields } = kept;
  const all = form.dataId === true && id !== undefined ? { ...data, id } : data;
  const hadNone = form.noData === true || fields.data !== undefined;
  return hadNone && Object.keys(all).length === 0 ? {} : { data: all };
}
