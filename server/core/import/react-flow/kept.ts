import type { Json, JsonObject } from '../../json/json';
import { jsonEqual } from '../../json/equal';
import { objectOf } from '../objects';

/** What an entry keeps of its React Flow original in `ext.flow`, to go back as it came [D3]. */
export interface Kept {
  /** The id it has in the file; undefined for an entry of ours. */
  readonly id: Json | undefined;
  /** Members that our entry has no word for. */
  readonly fields: JsonObject;
  /** The same of its `data`. */
  readonly data: JsonObject;
  /** How the file says what our entry says. */
  readonly form: JsonObject;
}

interface FromFile {
  readonly fileId: Json | undefined;
  readonly kept: Omit<Kept, 'id'>;
}

/** With the id in the file, unless it is ours or is made again from something else. */
export function keptFor({ fileId, kept }: FromFile, id: string): Kept {
  const { form } = kept;
  const isKnown = fileId === id || form.id !== undefined;
  return {
    ...kept,
    id: isKnown ? undefined : fileId,
    form: fileId === undefined ? { ...form, noId: true } : form,
  };
}

interface Extended {
  readonly ext?: JsonObject;
}

export function keptOf({ ext }: Extended): Kept {
  const { id, fields, data, form } = objectOf(ext?.flow);
  return { id, fields: objectOf(fields), data: objectOf(data), form: objectOf(form) };
}

/** `ext` with what is kept, beside what other tools left there; nothing when there is neither. */
export function extWith(kept: Kept, before: Extended = {}): Extended {
  const flow: Record<string, Json> = {};
  if (kept.id !== undefined) flow.id = kept.id;
  for (const part of ['fields', 'data', 'form'] as const) {
    if (Object.keys(kept[part]).length > 0) flow[part] = kept[part];
  }
  const wanted = Object.keys(flow).length === 0 ? undefined : flow;
  if (jsonEqual(before.ext?.flow, wanted))
    return before.ext === undefined ? {} : { ext: before.ext };
  const { flow: _earlier, ...others } = objectOf(before.ext);
  const ext = { ...others, ...(wanted && { flow: wanted }) };
  return Object.keys(ext).length === 0 ? {} : { ext };
}
