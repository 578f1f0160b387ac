/** Who needs the server. It runs as long as one process holds it, whoever started it. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, writeWhole } from '../files.mjs';
import { isAlive, self } from '../processes.mjs';

let serial = 0;

/** Registers this process; the answer takes it off again. */
export function hold(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  serial += 1;
  const file = join(folder, `${process.pid}-${serial}.json`);
  writeWhole(file, JSON.stringify(self()));
  return () => rmSync(file, { force: true });
}

/** Whether any living process holds the server; forgets the dead. */
export function isHeld(folder) {
  let held = false;
  for (const name of listed(folder)) {
    const file = join(folder, name);
    if (isAlive(readJson(file))) held = true;
    else rmSync(file, { force: true });
  }
  return held;
}

function listed(folder) {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.json'));
  } catch {
    return [];
  }
}
