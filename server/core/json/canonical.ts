import canonicalize from 'canonicalize';
import type { Json } from './json';

const encoder = new TextEncoder();

/** RFC 8785 (JCS) text of an I-JSON value: equal values give equal text. */
export function canonicalText(value: Json): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('Not a JSON value.');
  return text;
}

/** [D5] The bytes that are hashed and stored. */
export function canonicalBytes(value: Json): Uint8Array {
  return encoder.encode(canonicalText(value));
}
