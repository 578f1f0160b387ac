import type { Json } from '../../json/json';
import { isJsonObject } from '../../json/json';

/** `$('Name')`, `$node["Name"]`, `$items("Name")`: how n8n's expressions name other nodes. */
const REFERENCE = /(\$(?:items|node)?\s*[([]\s*)(["'`])((?:[^\\]|\\.){0,255}?)\2/g;

/** A value in which expressions follow nodes to their new names, as n8n does on renaming. */
export function renameReferences(value: Json, renames: ReadonlyMap<string, string>): Json {
  if (typeof value === 'string') return renameInText(value, renames);
  if (Array.isArray(value)) return value.map((item: Json) => renameReferences(item, renames));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [key, renameReferences(child, renames)]),
  );
}

function renameInText(text: string, renames: ReadonlyMap<string, string>): string {
  if (!text.includes('$')) return text;
  return text.replace(REFERENCE, (...groups: string[]) => {
    const [whole = '', open = '', quote = '', name = ''] = groups;
    const renamed = renames.get(name);
    if (renamed === undefined) return whole;
    const escaped = renamed.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`);
    return `${open}${quote}${escaped}${quote}`;
  });
}
