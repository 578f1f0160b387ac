/** The data folder: everything a Stemma must keep. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { tryLock, readHolder } from './lock.mjs';
import { enterableFolder } from './pg/place.mjs';
import { databaseAccount } from './pg/account.mjs';
import { Problem } from './say.mjs';

/** Makes the folder private (as root, passable for the database account alone). Refuses a folder of something else. */
export function openDataDir(folder) {
  if (existsSync(folder) && statSync(folder).isDirectory()) {
    const names = readdirSync(folder);
    if (names.length > 0 && !names.some((name) => /^(pg$|secrets\.|app\.)/.test(name))) {
      throw new Problem(
        `${folder} holds other files. Name a new or empty folder with STEMMA_DATA.`,
      );
    }
  }
  enterableFolder(folder, process.env.DATABASE_URL ? undefined : databaseAccount());
}

/** Makes this process the only application on the folder. `{ release, recovered }`, see lock.mjs. */
export function claimDataDir(folder, details) {
  const claim = tryLock(join(folder, 'app.lock'), details);
  if (claim.release) return claim;
  const { holder } = claim;
  const where = holder.port ? ` on http://127.0.0.1:${holder.port}` : '';
  throw new Problem(
    `This data directory is in use by another Stemma (process ${holder.pid}${where}).\n` +
      `Stop it first, or give this one its own: STEMMA_DATA=<folder> PORT=<port> npm start\n  ${folder}`,
  );
}

/** The application that runs on the folder, if any: `{ pid, port }`. */
export function runningApp(folder) {
  return readHolder(join(folder, 'app.lock'));
}
