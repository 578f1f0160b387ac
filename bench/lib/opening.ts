import type pg from 'pg';
import type { Dag } from '@core/dag/document';
import { inProject } from '@/server/db/transaction';
import { getBranch } from '@/server/store/get-version';
import { forgetVersions } from '@/server/store/head-cache';
import type { BenchProject } from './product';

type OnBranch = { readonly tagId: string };

/** Opens the end of a branch at the store, from whatever this process remembers. */
export function openWarm({ db, scope }: BenchProject, branch: OnBranch): Promise<unknown> {
  return inProject(db, scope, (trx) => getBranch(trx, { ...scope, tagId: branch.tagId }));
}

/** The same from the stored bytes alone. */
export function openCold(project: BenchProject, branch: OnBranch): Promise<unknown> {
  forgetVersions();
  return openWarm(project, branch);
}

/** The floor of opening: one statement that reads a snapshot's bytes, and JSON.parse. */
export async function makeFloorSnapshot(
  owner: pg.Pool,
  document: Dag,
): Promise<() => Promise<Dag>> {
  const id = Object.keys(document.nodes).length;
  await owner.query('create table if not exists floor_snapshot (id int primary key, bytes bytea)');
  await owner.query('insert into floor_snapshot values ($1, $2) on conflict do nothing', [
    id,
    Buffer.from(JSON.stringify(document)),
  ]);
  return async () => {
    const { rows } = await owner.query<{ bytes: Buffer }>({
      name: 'floor_snapshot',
      text: 'select bytes from floor_snapshot where id = $1',
      values: [id],
    });
    return JSON.parse(rows[0]?.bytes.toString('utf8') ?? '{}') as Dag;
  };
}
