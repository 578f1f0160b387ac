import { sha256 } from '#sha256';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 of bytes, or of a text's UTF-8 bytes. */
export function sha256Bytes(data: Uint8Array | string): Uint8Array {
  return sha256(typeof data === 'string' ? utf8ToBytes(data) : data);
}

/** The same as 64 lower-case hexadecimal digits. */
export function sha256Hex(data: Uint8Array | string): string {
  return bytesToHex(sha256Bytes(data));
}

/** [D4] Content address of stored bytes. */
export function casId(bytes: Uint8Array): string {
  return `sha256:${sha256Hex(bytes)}`;
}
