import { withClient } from '../../scripts/lib/database/connect.mjs';
import { templateLock } from './template-lock';

const hour = 3_600_000;

/** Drops what killed runs left: unused test databases of the last hour and before, templates of old migrations. */
export async function dropStaleDatabases(superUrl: string, currentTemplate: string): Promise<void> {
  await withClient(superUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [templateLock]);
    const { rows } = await client.query<{ name: string; comment: string | null; busy: boolean }>(
      `select datname as name, shobj_description(oid, 'pg_database') as comment,
              exists (select 1 from pg_stat_activity a where a.datname = d.datname) as busy
         from pg_database d where datname like 'stemma\\_t%' and datname <> $1`,
      [currentTemplate],
    );
    for (const { name, comment, busy } of rows) {
      const age = Date.now() - (comment === null ? 0 : Date.parse(comment));
      const limit = name.startsWith('stemma_template_') ? 24 * hour : hour;
      if (busy || age < limit) continue;
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    }
  });
}
