/** Where root keeps what the database account must reach when the checkout is closed to it. */
import { chmodSync, lstatSync, mkdirSync } from 'node:fs';
import { Problem } from '../say.mjs';

/** Not a temporary folder: those are swept by age, and a database has files untouched for months. */
const folder = '/var/lib/stemma';

/** The folder, made when absent, proved to be root's own. */
export function systemFolder() {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const stat = lstatSync(folder);
  if (!stat.isDirectory() || stat.uid !== 0 || (stat.mode & 0o022) !== 0) {
    throw new Problem(`${folder} must be a folder of root that nobody else can write.`);
  }
  chmodSync(folder, 0o755);
  return folder;
}
