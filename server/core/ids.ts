import { shorten } from './shorten';

/** [D6] Ids of nodes, edges, notes and groups. */
export const ENTRY_ID = /^[a-z][a-z0-9_]{0,63}$/;

const BASE32 = '0123456789abcdefghjkmnpqrstvwxyz';
const SUFFIX_LENGTH = 4;
const MAX_SLUG = 64 - SUFFIX_LENGTH - 1;

/** Why a text is no id, in words. */
export function idRule(text: string): string {
  return `“${shorten(text, 80)}” is no id: lower-case letters, digits and “_”, starting with a letter, at most 64.`;
}

export function isEntryId(value: string): boolean {
  return ENTRY_ID.test(value);
}

/** Lower-case ASCII words joined by `_`, starting with a letter; `item` when nothing is left. */
export function slug(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+/, '')
    .slice(0, MAX_SLUG)
    .replace(/_+$/, '');
  return words === '' ? 'item' : words;
}

/**
 * [D6] `fetch_leads_k7q2`: slug of the name and four base32 characters from `random` (bytes, at
 * least four), so that two people never make the same id. The caller supplies the randomness.
 */
export function entryId(name: string, random: Uint8Array): string {
  let suffix = '';
  for (let i = 0; i < SUFFIX_LENGTH; i += 1) suffix += BASE32[(random[i] ?? 0) % 32];
  return `${slug(name)}_${suffix}`;
}
