/** Small files that must be whole or absent, whatever is killed when. */
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { createHash } from 'node:crypto';

/** Replaces a file in one step, private to this account unless told otherwise. */
export function writeWhole(file, text, mode = 0o600) {
  const temporary = `${file}.${process.pid}.tmp`;
  const handle = openSync(temporary, 'w', mode);
  writeSync(handle, text);
  fsyncSync(handle);
  closeSync(handle);
  renameSync(temporary, file);
}

/** A JSON file's value, or undefined when it is absent or damaged. */
export function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** A file's text, or undefined when it is absent. */
export function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** SHA-256 in hex of the parts, each with its length, so that no two lists collide. */
export function digest(...parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
}
