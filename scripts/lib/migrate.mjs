/** Brings the database to the newest schema, as its owner. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digest, readText, writeWhole } from './files.mjs';
import { runQuietly } from './program.mjs';
import { step } from './say.mjs';

/** Always runs the migrations: cheap when there are none. */
export function migrate(launch, env) {
  return step('migrate', async () => {
    const program = join(launch.dist, 'migrate.mjs');
    await runQuietly(program, [], { env, failure: 'The database could not be migrated.' });
    if (!launch.database.external) writeWhole(stampOf(launch), digest(readFileSync(program)));
  });
}

/** Skips what the same program has already done to this embedded database. */
export async function migrateWhenNeeded(launch, env) {
  const done = readText(stampOf(launch));
  const isDone =
    !launch.database.external && done === digest(readFileSync(join(launch.dist, 'migrate.mjs')));
  if (!isDone) await migrate(launch, env);
}

/** Beside the database, so that the two are deleted together. */
function stampOf(launch) {
  return join(launch.data, 'pg', 'migrated');
}
