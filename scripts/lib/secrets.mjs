/** Secrets of an installation, made once. */
import { randomBytes, randomInt } from 'node:crypto';
import { join } from 'node:path';
import { readJson, readText, writeWhole } from './files.mjs';
import { withLock } from './lock.mjs';
import { Problem } from './say.mjs';

/** Without letters and digits that look alike. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** `{ authSecret, setupCode, appPassword, ownerPassword }` of the data folder (`secrets.json`, 0600). */
export async function readSecrets(folder) {
  const file = join(folder, 'secrets.json');
  return withLock(join(folder, 'secrets.lock'), () => {
    const text = readText(file);
    const known = readJson(file);
    if (text !== undefined && known === undefined) {
      throw new Problem(
        `${file} is damaged. Restore it, or delete it: everybody then signs in again.`,
      );
    }
    const secrets = { ...makeSecrets(), ...known };
    if (known === undefined || Object.keys(known).length < Object.keys(secrets).length) {
      writeWhole(file, `${JSON.stringify(secrets, null, 2)}\n`);
    }
    return secrets;
  });
}

function makeSecrets() {
  return {
    authSecret: randomBytes(32).toString('base64url'),
    setupCode: [makeGroup(), makeGroup(), makeGroup()].join('-'),
    appPassword: randomBytes(24).toString('base64url'),
    ownerPassword: randomBytes(24).toString('base64url'),
  };
}

function makeGroup() {
  return Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
}
